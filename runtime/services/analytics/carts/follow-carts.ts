import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { Cart } from '../../../contract/checkout/cart-schemas.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { cartSteps } from '../collections.ts';
import { lockGenerations } from '../generations.ts';
import { countCart, figuresOfCart, noCarts, type StepsOfCart } from './count-cart.ts';

/** What each event says of a cart's way to an order. A step that was missed is taken by a later one. */
const taken: Readonly<Record<string, Partial<StepsOfCart>>> = {
  'cart.checkout_started': { isCheckoutStarted: true },
  'cart.completed': { isCheckoutStarted: true, isCompleted: true },
};

/** A cart that is created, or undefined where it was created before there were figures: then it isn't counted. */
function begun({ type, data }: SequencedEvent): StepsOfCart | undefined {
  if (type !== 'cart.created') return undefined;
  const { channel, currency, createdAt } = data as Static<typeof Cart>; // by the contract
  return {
    channel,
    currency,
    startedAt: createdAt,
    isCheckoutStarted: false,
    isCompleted: false,
    counted: [],
  };
}

/** Keeps the steps of a cart; each counts once, however often its event comes. */
async function followCart(context: Context, { type, subject, ...event }: SequencedEvent): Promise<void> {
  const { store } = context;
  const { live, next } = await lockGenerations(context);
  const generations = next ? [live, next] : [live];
  const before = await store.get(cartSteps, subject);
  const known: StepsOfCart | undefined = before ?? begun({ type, subject, ...event });
  if (!known) return;
  const isGone = type === 'cart.merged';
  let cart: StepsOfCart = { ...known, ...taken[type] };
  // Two carts became one: the shopper is counted once.
  const figures = isGone ? noCarts : figuresOfCart(cart);
  for (const generation of generations) {
    cart = { ...cart, counted: await countCart(store, generation, cart, figures) };
  }
  if (!before) await store.insert(cartSteps, { ...cart, id: subject });
  else if (isGone) await store.delete(cartSteps, subject);
  else await store.update(cartSteps, subject, (document) => ({ ...document, ...cart }));
}

export const cartSubscription: Subscription = {
  name: 'analytics.follow-carts',
  events: ['cart.created', 'cart.checkout_started', 'cart.completed', 'cart.merged'],
  handle: followCart,
};
