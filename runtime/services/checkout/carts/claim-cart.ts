import type { Context } from '../../../context/context.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import type { CheckoutPorts } from '../ports.ts';
import { customerFacts } from './customer-facts.ts';
import { mergeInto } from './merge-carts.ts';
import { mergeFault } from './merge-lines.ts';
import { performMove } from './move-cart.ts';
import { openCart } from './open-cart.ts';
import { type Cart, carts, type StoredCart } from './stored-cart.ts';
import { changeCart, shownCart } from './write-cart.ts';

type Claim = InputOf<CheckoutOperations['checkout.carts.claim']>;

/** Carts looked at: who has more that are still open goes on with a late one. */
const most = 20;

const takesLines = ({ state }: StoredCart) => state === 'active' || state === 'abandoned';

/** A customer's carts that lines can still go into, latest change first; of the actor's channel where it has one. */
async function openCartsOf({ store, actor }: Context, customerId: string): Promise<StoredCart[]> {
  const { items } = await store.query(carts, {
    ...{ index: 'byUpdated', where: { group: `customer:${customerId}` } },
    ...{ direction: 'descending', pageSize: most },
  });
  const { channel } = actor;
  return items
    .map(({ document }) => document)
    .filter((cart) => takesLines(cart) && (channel === undefined || cart.channel === channel));
}

/** The cart given; undefined where none is, or where it is sold by now, or somebody else's. */
async function openGiven(
  context: Context,
  { customerId, cartId, cartToken }: Claim,
): Promise<StoredCart | undefined> {
  if (cartId === undefined) return undefined;
  const cart = await openCart(context, { cartId, cartToken }, { lock: true });
  const isTheirs = cart.customerId === null || cart.customerId === customerId;
  return isTheirs && cart.state !== 'completed' ? cart : undefined;
}

/** The customer's cart that takes up what the given one holds, locked; undefined where none can. */
async function targetFor(
  { store }: Context,
  given: StoredCart,
  own: readonly StoredCart[],
): Promise<StoredCart | undefined> {
  // What a checkout holds stays together: its stock is reserved, and maybe it is being paid.
  if (!takesLines(given)) return undefined;
  const same = own.find(({ channel, currency }) => channel === given.channel && currency === given.currency);
  const locked = same && (await store.get(carts, same.id, { lock: true }));
  if (!locked || !takesLines(locked) || mergeFault(locked.lines, given.lines)) return undefined;
  return locked;
}

/** The cart that a customer who signed in goes on with; null where there is none. */
export async function claimCart(context: Context, claim: Claim, ports: CheckoutPorts): Promise<Cart | null> {
  const given = await openGiven(context, claim);
  const own = (await openCartsOf(context, claim.customerId)).filter(({ id }) => id !== given?.id);
  if (!given) {
    const [latest] = own;
    return latest ? shownCart(context, latest, ports) : null;
  }
  const { email, ...facts } = await customerFacts(context, claim.customerId);
  const target = await targetFor(context, given, own);
  const cart = target ?? given;
  const ready = cart.state === 'abandoned' ? await performMove(context, cart, 'checkout.carts.resume') : cart;
  const change = { ...facts, email: ready.email ?? email };
  return target ? mergeInto(context, ready, given, ports, change) : changeCart(context, ready, change, ports);
}
