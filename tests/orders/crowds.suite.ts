import { describe, expect, test } from 'vitest';
import type { Answer, Body } from '../catalog/given-store.ts';
import { type Bought, type GivenOrders, shipped } from './given-orders.ts';

const paid = 6490;

/** What becomes of an order that many work on at the same moment. */
export function crowdTests(shop: () => GivenOrders): void {
  describe('twenty at once', () => {
    const twenty = (work: (index: number) => Promise<Answer>) =>
      Promise.all(Array.from({ length: 20 }, (_, index) => work(index)));
    const codesOf = (answers: readonly Answer[]) =>
      [...new Set(answers.map(({ status, body }) => body.code ?? status))].sort();

    /** Whoever is asked says the same, and it is possible. */
    async function expectSound(bought: Bought): Promise<Body> {
      const { order, payment, levelOf, drain, moveClock, request, stripe } = shop();
      await drain();
      // What could not be asked in the crowd is asked by the clock.
      moveClock(300);
      await drain();
      const [now, money] = [await order(bought), await payment(bought)];
      const [line] = now.lines;
      const open = line.quantity - line.fulfilledQuantity - line.cancelledQuantity - line.plannedQuantity;
      expect(open).toBeGreaterThanOrEqual(0);
      const { body } = await request(`GET /v1/fulfilments?orderId=${bought.id}&pageSize=100`);
      const unitsIn = (...states: string[]) =>
        body.data
          .filter(({ state }: Body) => states.includes(state))
          .reduce((sum: number, { lines }: Body) => sum + lines[0].quantity, 0);
      expect(unitsIn('planned', 'packed')).toBe(line.plannedQuantity);
      expect(unitsIn('shipped')).toBe(line.fulfilledQuantity);
      expect(await levelOf(bought.variantId)).toMatchObject({
        ...{ onHand: 100 - line.fulfilledQuantity, reserved: open + line.plannedQuantity },
      });
      const intent = await stripe.paymentIntents.retrieve(money.providerReference, {
        expand: ['latest_charge'],
      });
      expect(intent.latest_charge).toMatchObject({ amount_refunded: now.refunded.amount });
      expect(money.refunded.amount).toBe(now.refunded.amount);
      expect(now.refunded.amount).toBeLessThanOrEqual(paid);
      return now;
    }

    test('ship one parcel: it leaves once', async () => {
      const { buy, parcel, toFulfilment } = shop();
      const bought = await buy({ quantity: 6 });
      const { id } = await parcel(bought, 4, ['pack']);
      const answers = await twenty(() => toFulfilment(id, 'ship'));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(codesOf(answers)).toEqual([200, 'fulfilment_state']);
      expect(await expectSound(bought)).toMatchObject({ lines: [{ fulfilledQuantity: 4 }] });
    });

    test('cancel one order: its money and its stock come back once', async () => {
      const { buy, parcel, toOrder } = shop();
      const bought = await buy({ quantity: 6 });
      await parcel(bought, 2, ['pack']);
      const answers = await twenty(() => toOrder(bought, 'cancel'));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(codesOf(answers)).toEqual([200, 'order_state']);
      expect(await expectSound(bought)).toMatchObject({ state: 'cancelled', refunded: { amount: paid } });
    });

    test('refund and cancel units: no more goes back than was paid', async () => {
      const { buy, toOrder } = shop();
      const bought = await buy({ quantity: 6 });
      const unit = { lines: [{ lineId: bought.lineId, quantity: 1 }] };
      const answers = await twenty((index) =>
        index % 2 === 0 ? toOrder(bought, 'refunds', { amount: 900 }) : toOrder(bought, 'cancel', unit),
      );
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      const { lines, state } = await expectSound(bought);
      expect(state === 'cancelled').toBe(lines[0].cancelledQuantity === 6);
    });

    test('plan, pack, ship, cancel and refund: nothing leaves twice, and nothing is counted twice', async () => {
      const { buy, parcel, toFulfilment, toOrder } = shop();
      const bought = await buy({ quantity: 6 });
      const ready = await parcel(bought, 2, ['pack']);
      const planned = await parcel(bought, 1);
      const unit = { lines: [{ lineId: bought.lineId, quantity: 1 }] };
      const works: readonly (() => Promise<Answer>)[] = [
        () => toFulfilment(ready.id, 'ship'),
        () => toFulfilment(ready.id, 'cancel'),
        () => toFulfilment(planned.id, 'cancel'),
        () => toFulfilment(planned.id, 'pack'),
        () => toOrder(bought, 'fulfilments', unit),
        () => toOrder(bought, 'cancel', unit),
        () => toOrder(bought, 'cancel'),
        () => toOrder(bought, 'refunds', { ...unit, amount: 1 }),
      ];
      const answers = await twenty((index) => works[index % works.length]?.() ?? toOrder(bought, 'cancel'));
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      await expectSound(bought);
    });

    test('send back, complete and refund: a unit is given back once', async () => {
      const { buy, parcel, sendBack, toReturn, toOrder } = shop();
      const bought = await buy({ quantity: 6 });
      await parcel(bought, 6, shipped);
      const backs = [
        await sendBack(bought, 2, ['approve', 'ship-back', 'receive', 'inspect'], 'discard'),
        await sendBack(bought, 2, ['approve', 'ship-back', 'receive', 'inspect'], 'discard'),
      ];
      const unit = { lines: [{ lineId: bought.lineId, quantity: 1 }] };
      const answers = await twenty((index) => {
        const back = backs[index % 3];
        return back ? toReturn(back.id, 'complete') : toOrder(bought, 'refunds', unit);
      });
      const completed = answers.filter(({ body }) => body.state === 'completed' && body.number);
      expect(completed).toHaveLength(2);
      const [line] = (await expectSound(bought)).lines;
      expect(line.refundedQuantity).toBeLessThanOrEqual(6);
      expect(line.refundedAmount.amount).toBe(line.refundedQuantity * 1000);
    });
  });
}
