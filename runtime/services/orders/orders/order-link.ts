import type { Context } from '../../../context/context.ts';
import type { OutputOf } from '../../../contract/operation.ts';
import type { OrderOperations } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { StoredOrder } from './stored-order.ts';

type OrderLink = OutputOf<OrderOperations['orders.orders.getLink']>;

/**
 * The token in the links of an order's mails. It is derived and not kept: of the cart's token only a digest is there,
 * and no mail could carry that one. Whoever has the database alone can't derive it.
 */
export function linkToken({ digestOf }: Pick<Context, 'digestOf'>, orderId: string): Promise<string> {
  return digestOf(`order link ${orderId}`);
}

/** Where a customer looks at an order. @throws {Problem} `not_found` of one that is nobody's any more. */
export async function orderLink(context: Context, { id, anonymizedAt }: StoredOrder): Promise<OrderLink> {
  if (anonymizedAt !== null) {
    throw problem(problems.notFound, { detail: `The order ${id} has no link: its personal data are gone.` });
  }
  const token = await linkToken(context, id);
  const { storefront } = context;
  const path = storefront?.orderPath.replaceAll('{orderId}', id).replaceAll('{token}', token);
  return { orderId: id, token, url: storefront ? `${storefront.url}${path}` : null };
}
