import type { StoredDelivery } from '../deliveries/stored-delivery.ts';
import type { StoredMessage } from '../deliveries/stored-message.ts';

type Rendered = Pick<StoredMessage, 'id' | 'type' | 'subject' | 'time' | 'traceId' | 'data'>;
type Shape = StoredDelivery['shape'];

export const contentTypes: Readonly<Record<Shape['format'], string>> = {
  standard: 'application/json',
  cloudevents: 'application/cloudevents+json',
};

/** The body of an `integration.message`, as it was mapped. */
function bodyOf(data: unknown): string {
  return typeof data === 'object' && data !== null && 'body' in data ? String(data.body) : '';
}

/** What is sent of an event: always the same text, because its signature is checked against it. */
export function renderBody(message: Rendered, { payload, format, isMapped }: Shape, storeId: string): string {
  if (isMapped) return bodyOf(message.data);
  const { id, type, subject, time } = message;
  const data = payload === 'thin' ? { id: subject } : message.data;
  if (format === 'standard') return JSON.stringify({ type, timestamp: time, id, subject, data });
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: `/stores/${storeId}`,
    type,
    subject,
    time,
    datacontenttype: 'application/json',
    data,
  });
}
