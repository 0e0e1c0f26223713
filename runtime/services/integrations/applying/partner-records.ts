import type { Context } from '../../../context/context.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import { NotApplicable } from './outcome.ts';

/**
 * What a partner knows something of ours as, and how far it was followed: its shipments, its invoices, and as of when
 * a SKU's stock or item was told. Found by its id.
 */
export interface PartnerRecord extends StoredDocument {
  readonly integration: string;
  readonly orderId: string | null;
  readonly fulfilmentId: string | null;
  /** What is older has no effect any more; null where nothing has a time. */
  readonly asOf: string | null;
}

export const partnerRecords = collection<PartnerRecord>({ name: 'integration_partner_records', indexes: {} });

export type RecordKind = 'shipment' | 'invoice' | 'stock' | 'item';

export function recordId(integration: string, kind: RecordKind, externalId: string): string {
  return `${integration}:${kind}:${externalId}`;
}

type Facts = Partial<Pick<PartnerRecord, 'orderId' | 'fulfilmentId' | 'asOf'>>;

export async function putRecord(
  { store }: Context,
  integration: string,
  id: string,
  { orderId = null, fulfilmentId = null, asOf = null }: Facts,
): Promise<void> {
  const facts = { integration, orderId, fulfilmentId, asOf };
  const before = await store.get(partnerRecords, id, { lock: true });
  if (before) await store.update(partnerRecords, id, () => ({ id, ...facts }));
  else await store.insert(partnerRecords, { id, ...facts });
}

/**
 * A time as it is compared.
 * @throws {NotApplicable} where a partner tells one that the schema takes and no clock shows: a leap second, or one
 *   with the name of a zone behind it.
 */
export function timeOf(asOf: string | undefined, receivedAt: string): string {
  const time = new Date(asOf ?? receivedAt);
  if (Number.isNaN(time.getTime())) throw new NotApplicable(`Its time ${asOf} can not be read.`);
  return time.toISOString();
}
