import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { MadeCapture, SoldOrder } from './sales-of-order.ts';

const pageSize = 100;

/** When money was taken for an order, by the books of its payments. */
export async function capturesOf(context: Context, { payments }: SoldOrder): Promise<MadeCapture[]> {
  const list = operationOf(context, 'payments.ledger.list');
  const captures: MadeCapture[] = [];
  for (const { paymentId, captured } of payments) {
    if (captured.amount === 0) continue;
    let after: string | null = null;
    do {
      const input = { paymentId, pageSize, ...(after === null ? {} : { after }) };
      const page: Awaited<ReturnType<typeof context.call<typeof list>>> = await context.call(list, input);
      for (const { kind, occurredAt, entries } of page.data) {
        const amount = entries.find(({ account }) => account === 'sales')?.amount.amount;
        // Sales are credited, and credits are negative.
        if (kind === 'capture' && amount !== undefined) captures.push({ amount: -amount, occurredAt });
      }
      after = page.page.next;
    } while (after !== null);
  }
  return captures;
}
