import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem } from '../../../contract/problem.ts';
import { NotApplicable } from './outcome.ts';

/** An order by its id, or by its number. */
export async function findOrder(context: Context, reference: string) {
  if (/^ord_[0-9A-HJKMNP-TV-Z]{26}$/.test(reference)) {
    try {
      return await context.call(operationOf(context, 'orders.orders.get'), { orderId: reference });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_found') throw error;
      throw new NotApplicable(`There is no order ${reference}.`);
    }
  }
  const number = reference.replace(/^#/, '');
  if (/^\d{1,20}$/.test(number)) {
    const search = operationOf(context, 'orders.orders.search');
    // Numbers that begin with it come too, the highest first.
    let after: string | undefined;
    do {
      const found = await context.call(search, { query: number, pageSize: 100, ...(after ? { after } : {}) });
      const order = found.data.find((each) => each.number === number);
      if (order) return order;
      after = found.page.next ?? undefined;
    } while (after);
  }
  throw new NotApplicable(`There is no order with the id or number "${reference}".`);
}

export type FoundOrder = Awaited<ReturnType<typeof findOrder>>;
