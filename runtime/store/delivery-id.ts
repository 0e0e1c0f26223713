interface DeliveryKey {
  readonly sequence: number;
  readonly attempt: number;
  readonly subscriber: string;
}

/**
 * The id of a delivery carries the attempt, which fences: a claimer that lost its lease names an attempt that
 * is no longer the latest, and finds nothing to complete.
 */
export function formatDeliveryId({ sequence, attempt, subscriber }: DeliveryKey): string {
  return `${sequence}.${attempt}.${subscriber}`;
}

export function parseDeliveryId(id: string): DeliveryKey {
  const [, sequence, attempt, subscriber] = /^(\d+)\.(\d+)\.(.+)$/s.exec(id) ?? [];
  if (!sequence || !attempt || !subscriber) throw new TypeError(`${id} is not the id of a delivery.`);
  return { sequence: Number(sequence), attempt: Number(attempt), subscriber };
}
