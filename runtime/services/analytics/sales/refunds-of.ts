import type { Context, StepsContext } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { MadeRefund } from './sales-of-order.ts';

const pageSize = 100;

/** All refunds of an order. */
export async function refundsOf(context: Context | StepsContext, orderId: string): Promise<MadeRefund[]> {
  const list = operationOf(context, 'orders.orders.listRefunds');
  const refunds: MadeRefund[] = [];
  let after: string | null = null;
  do {
    const input = { orderId, pageSize, ...(after === null ? {} : { after }) };
    // Both contexts call alike; TypeScript sees two functions.
    const answer: { readonly data: readonly MadeRefund[]; readonly page: { readonly next: string | null } } =
      await (context as Context).call(list, input);
    refunds.push(...answer.data);
    after = answer.page.next;
  } while (after !== null);
  return refunds;
}
