import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../../context/context.ts';
import { orderProblems } from '../../../contract/orders/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { Scope } from '../../../contract/scope.ts';
import { linkToken } from './order-link.ts';
import { orders, type StoredOrder } from './stored-order.ts';
import { openOrder } from './write-order.ts';

/** In a time that doesn't depend on how much of the text is right. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Whether it is the token of the order's cart, or that of the links in its mails. */
async function isToken(context: Context, order: StoredOrder, token: string): Promise<boolean> {
  const { tokenDigest } = order.internal;
  const digest = createHash('sha256').update(token).digest('base64url');
  const isOfCart = tokenDigest !== null && isSame(digest, tokenDigest);
  const isOfLink = isSame(token, await linkToken(context, order.id));
  // With the personal data goes whoever could know the token.
  return order.anonymizedAt === null && (isOfCart || isOfLink);
}

/**
 * The order that a caller may reach: any with a key of the scope, else one whose token is given, or that is the
 * signed-in customer's. A wrong token, or somebody else's order, is answered like one that doesn't exist.
 * @throws {Problem} `order_token_needed` or `not_found`.
 */
export async function reachOrder(
  context: Context,
  { orderId, orderToken }: { readonly orderId: string; readonly orderToken?: string | undefined },
  scope: Scope,
  options: { readonly lock?: boolean } = {},
): Promise<StoredOrder> {
  const { actor, store } = context;
  if (actor.kind !== 'publishable' && actor.scopes.includes(scope))
    return openOrder(context, orderId, options);
  const customerId = actor.customer?.id;
  if (orderToken === undefined && customerId !== undefined) {
    const own = await store.get(orders, orderId, options);
    if (own?.customerId === customerId) return own;
    throw problem(problems.notFound, { detail: `The customer has no order ${orderId}.` });
  }
  if (orderToken === undefined) {
    throw problem(orderProblems.orderTokenNeeded, {
      detail: `This key reaches the order ${orderId} only with its token.`,
      errors: [{ pointer: '/orderToken', message: 'is missing.' }],
    });
  }
  const order = await store.get(orders, orderId, options);
  const mayReach =
    order &&
    (await isToken(context, order, orderToken)) &&
    (actor.channel === undefined || actor.channel === order.channel);
  if (mayReach) return order;
  throw problem(problems.notFound, { detail: `There is no order ${orderId} with this token.` });
}
