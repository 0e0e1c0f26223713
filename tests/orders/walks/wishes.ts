import fc from 'fast-check';
import type { Attempt, Surroundings } from './attempt.ts';
import { cancel, completeOrder, receiveTransfer, refund } from './order-attempts.ts';
import { moveParcel, plan } from './parcel-attempts.ts';
import { moveReturn, requestReturn } from './return-attempts.ts';

/** Something that somebody may want of an order; what it means depends on what the order is by then. */
export type Wish = (around: Surroundings) => Attempt | undefined;

/** A wish that prints as what it is, so that a failed walk can be read. */
function wish<Told>(
  name: string,
  told: fc.Arbitrary<Told>,
  attempt: (around: Surroundings, told: Told) => Attempt | undefined,
): fc.Arbitrary<Wish> {
  return told.map((given) =>
    Object.assign((around: Surroundings) => attempt(around, given), {
      [fc.toStringMethod]: () => `${name} ${JSON.stringify(given)}`,
    }),
  );
}

const upTo = (most: number) => fc.nat(most);
const anywhere = upTo(2);
const mostly = fc.oneof(
  { weight: 4, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
);
const rarely = mostly.map((value) => !value);
const units = (most: number) => ({
  numbers: fc.array(upTo(most), { minLength: 3, maxLength: 3 }),
  isApt: mostly,
});
const move = { which: fc.nat(20), verb: fc.nat(20), isApt: mostly };
const amount = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2000) });

export const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 5, arbitrary: wish('plan', fc.record({ ...units(2), place: anywhere }), plan) },
  {
    weight: 14,
    arbitrary: wish('parcel', fc.record({ ...move, restock: mostly, place: anywhere }), moveParcel),
  },
  { weight: 6, arbitrary: wish('return', fc.record(units(1)), requestReturn) },
  {
    weight: 14,
    arbitrary: wish(
      'return moves',
      fc.record({
        ...{ ...move, place: anywhere, good: upTo(2), fee: amount, shipping: rarely, refund: mostly },
      }),
      moveReturn,
    ),
  },
  {
    weight: 2,
    arbitrary: wish('refund', fc.record({ ...units(1), shipping: rarely, owed: rarely, amount }), refund),
  },
  { weight: 3, arbitrary: wish('cancel units', fc.record({ ...units(2), refund: mostly }), cancel) },
  {
    weight: 1,
    arbitrary: wish('cancel', fc.record({ ...units(0), refund: mostly }), cancel),
  },
  { weight: 1, arbitrary: wish('complete', fc.constant(null), completeOrder) },
  { weight: 1, arbitrary: wish('transfer comes', fc.constant(null), receiveTransfer) },
);

/** An order and what becomes of it. */
export const walks = (longest: number) =>
  fc.record({
    pays: fc.oneof(
      { weight: 3, arbitrary: fc.constant('card' as const) },
      { weight: 1, arbitrary: fc.constant('bank-transfer' as const) },
    ),
    /** Units of its three lines; two of them are of one variant. */
    quantities: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
    price: fc.integer({ min: 1, max: 3000 }),
    /** Units that the shop has beside those that are bought, at either place. */
    spare: fc.tuple(fc.nat(3), fc.nat(4)),
    wishes: fc.array(wishes, { minLength: Math.floor(longest / 2), maxLength: longest, size: 'max' }),
  });
