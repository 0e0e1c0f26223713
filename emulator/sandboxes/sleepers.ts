import type { Clock } from '../../runtime/context/context.ts';
import type { PendingWork } from './open-sandbox.ts';

/** What the sandboxes whose files are closed have to be woken for: nobody looks into them for it. */
export class Sleepers {
  /** When the first delivery of an event is due in each, by its clock. */
  readonly deliveries: ReadonlyMap<string, Date>;
  readonly #deliveries = new Map<string, Date>();
  readonly #webhooks = new Map<string, Date>();
  readonly #clockOf: (sandboxId: string) => Clock;

  constructor(clockOf: (sandboxId: string) => Clock) {
    this.#clockOf = clockOf;
    this.deliveries = this.#deliveries;
  }

  add(id: string, { deliveryAt, webhookAt }: PendingWork): void {
    if (deliveryAt) this.#deliveries.set(id, deliveryAt);
    if (webhookAt) this.#webhooks.set(id, webhookAt);
  }

  remove(id: string): void {
    this.#deliveries.delete(id);
    this.#webhooks.delete(id);
  }

  /** Those that have a webhook to send now. */
  withWebhooks(): string[] {
    return [...this.#webhooks].flatMap(([id, at]) => (at <= this.#clockOf(id).now() ? [id] : []));
  }
}
