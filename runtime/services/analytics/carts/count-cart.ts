import { calendarDay } from '../../../locale/index.ts';
import type { Writer } from '../../../store/port.ts';
import { changeCounters } from '../change-counters.ts';
import { type CartFigures, type CartSteps, type CartsOfDay, cartsOfDays } from '../collections.ts';
import type { Generation } from '../generations.ts';
import { addFigures, isNothing } from '../sales/sales-figures.ts';

export type StepsOfCart = Omit<CartSteps, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

export const noCarts: CartFigures = { created: 0, checkoutStarted: 0, completed: 0 };

/** What a cart comes to, by the steps that it has taken. */
export function figuresOfCart({ isCheckoutStarted, isCompleted }: StepsOfCart): CartFigures {
  return { created: 1, checkoutStarted: isCheckoutStarted ? 1 : 0, completed: isCompleted ? 1 : 0 };
}

/**
 * Brings the figures of a generation from what the cart has added to what it comes to. Answers what it has added to
 * which generation now, for the cart's own document. The lock of the generations is held.
 */
export async function countCart(
  store: Writer,
  { number: generation, timeZone }: Generation,
  cart: StepsOfCart,
  after: CartFigures,
): Promise<CartSteps['counted']> {
  const before = cart.counted.find((entry) => entry.generation === generation)?.figures ?? noCarts;
  const figures = addFigures(after, before, -1);
  if (isNothing(figures)) return cart.counted;
  const { channel, currency, startedAt } = cart;
  const day = calendarDay(startedAt, timeZone);
  const id = `${generation}.${day}.${channel}.${currency}`;
  const change = (counter: CartsOfDay | undefined) => ({
    ...{ id, generation, day, channel, currency },
    figures: addFigures(counter?.figures ?? noCarts, figures),
  });
  await changeCounters(store, cartsOfDays, [{ id, change }]);
  const others = cart.counted.filter((entry) => entry.generation !== generation);
  return [...others, { generation, figures: after }];
}
