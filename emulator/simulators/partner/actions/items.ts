import { queueCallback } from '../callbacks/queue-callback.ts';
import { type PartnerItem, partnerItems } from '../documents.ts';
import type { PartnerWork } from '../work.ts';
import { Refused } from './refused.ts';

/** What a partner has of a SKU that it hears of for the first time, so that there is something to play with. */
const firstStock = 100;

export async function knownItem(
  { writer, now }: PartnerWork,
  sku: string,
  title = sku,
): Promise<PartnerItem> {
  const before = await writer.get(partnerItems, sku, { lock: true });
  if (before) return before;
  return writer.insert(partnerItems, {
    id: sku,
    title,
    onHand: firstStock,
    barcode: '',
    grams: null,
    asOf: now,
  });
}

/** Takes units out of stock, or puts them back. */
export async function moveStock(work: PartnerWork, sku: string, change: number): Promise<void> {
  const { id, onHand } = await knownItem(work, sku);
  if (onHand + change < 0) throw new Refused(409, `There are only ${onHand} units of ${sku}.`);
  const move = (item: PartnerItem) => ({ ...item, onHand: onHand + change, asOf: work.now });
  await work.writer.update(partnerItems, id, move);
}

/** Counts a SKU, and tells the shop. */
export async function countStock(work: PartnerWork, sku: string, onHand: number): Promise<void> {
  if (sku === '') throw new Refused(422, 'Name a SKU.');
  if (!Number.isInteger(onHand) || onHand < 0) throw new Refused(422, 'Units are a whole number from 0 on.');
  await knownItem(work, sku);
  await work.writer.update<PartnerItem>(partnerItems, sku, (item) => ({ ...item, onHand, asOf: work.now }));
  await queueCallback(work, 'stock.level', { asOf: work.now, items: [{ sku, onHand }] });
}

/** Tells what is kept of an item. */
export async function changeItem(
  work: PartnerWork,
  sku: string,
  { barcode, grams }: Pick<PartnerItem, 'barcode' | 'grams'>,
): Promise<void> {
  if (sku === '') throw new Refused(422, 'Name a SKU.');
  if (grams !== null && !(grams >= 0)) throw new Refused(422, 'A weight is a number of grams.');
  await knownItem(work, sku);
  const change = (item: PartnerItem) => ({ ...item, barcode, grams, asOf: work.now });
  await work.writer.update<PartnerItem>(partnerItems, sku, change);
  await queueCallback(work, 'item.master', {
    asOf: work.now,
    items: [
      {
        ...{ sku, barcode: barcode === '' ? null : barcode },
        weight: grams === null ? null : { value: grams, unit: 'g' },
      },
    ],
  });
}
