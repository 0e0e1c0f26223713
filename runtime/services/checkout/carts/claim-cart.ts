import type { Context } from '../../../context/context.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import type { CheckoutPorts } from '../ports.ts';
import { tokenDigest } from './cart-token.ts';
import { customerFacts } from './customer-facts.ts';
import { mergeInto } from './merge-carts.ts';
import { mergeFault } from './merge-lines.ts';
import { performMove } from './move-cart.ts';
import { openCart } from './open-cart.ts';
import { carts, type StoredCart } from './stored-cart.ts';
import { changeCart, shownCart, writeCart } from './write-cart.ts';

type ClaimOperation = CheckoutOperations['checkout.carts.claim'];
type Claim = InputOf<ClaimOperation>;

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

/** Another token for a cart that its customer has found again. */
function renewed(context: Context) {
  const token = context.newSecret();
  return { token, change: { tokenDigest: tokenDigest(token) } };
}

/** The cart that a customer who signed in goes on with; null where there is none. */
export async function claimCart(
  context: Context,
  claim: Claim,
  ports: CheckoutPorts,
): Promise<OutputOf<ClaimOperation>> {
  const given = await openGiven(context, claim);
  const own = (await openCartsOf(context, claim.customerId)).filter(({ id }) => id !== given?.id);
  if (!given) {
    const [latest] = own;
    if (!latest) return { cart: null, token: null };
    const { token, change } = renewed(context);
    return { cart: await shownCart(context, await writeCart(context, latest, change), ports), token };
  }
  const { email, ...facts } = await customerFacts(context, claim.customerId);
  const target = await targetFor(context, given, own);
  const goingOn = target ?? given;
  const ready =
    goingOn.state === 'abandoned' ? await performMove(context, goingOn, 'checkout.carts.resume') : goingOn;
  const change = { ...facts, email: ready.email ?? email };
  if (!target) return { cart: await changeCart(context, ready, change, ports), token: null };
  const { token, change: another } = renewed(context);
  return { cart: await mergeInto(context, ready, given, ports, { ...change, ...another }), token };
}
