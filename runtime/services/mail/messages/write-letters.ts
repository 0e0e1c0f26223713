import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { Fulfilment } from '../../../contract/orders/fulfilments.ts';
import type { OrderRefund } from '../../../contract/orders/refunds.ts';
import { Problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import {
  type Letter,
  type LetterKit,
  type LetterOrder,
  letterKit,
  orderCancelled,
  orderEdited,
  orderPlaced,
  orderRefunded,
  orderShipped,
} from '../letters/index.ts';
import type { StoredMail } from './collections.ts';
import { paymentInstructions } from './payment-instructions.ts';
import { queueMail } from './queue-mail.ts';

interface LetterRule {
  readonly kind: StoredMail['kind'];
  write(order: LetterOrder, kit: LetterKit, data: unknown, context: Context): Letter | Promise<Letter>;
}

/** Which events are told to the customer, as data. What an event carries is said by the contract. */
const rules: Readonly<Record<string, LetterRule>> = {
  'order.placed': {
    kind: 'order_placed',
    write: async (order, kit, _data, context) =>
      orderPlaced(order, kit, await paymentInstructions(context, order)),
  },
  'order.cancelled': { kind: 'order_cancelled', write: (order, kit) => orderCancelled(order, kit) },
  'order.edited': { kind: 'order_edited', write: (order, kit) => orderEdited(order, kit) },
  'order.refunded': {
    kind: 'order_refunded',
    write: (order, kit, data) => orderRefunded(order, data as Static<typeof OrderRefund>, kit),
  },
  'fulfilment.shipped': {
    kind: 'order_shipped',
    write: (order, kit, data) => orderShipped(order, data as Static<typeof Fulfilment>, kit),
  },
};

/** Orders' events have the order as their subject. Undefined where it is gone. */
async function orderOf(
  context: Context,
  { subject: orderId }: SequencedEvent,
): Promise<LetterOrder | undefined> {
  try {
    return await context.call(operationOf(context, 'orders.orders.get'), { orderId });
  } catch (error) {
    if (error instanceof Problem && error.code === problems.notFound.code) return undefined;
    throw error;
  }
}

async function writeLetter(context: Context, event: SequencedEvent): Promise<void> {
  const rule = rules[event.type];
  if (!rule) return;
  const order = await orderOf(context, event);
  // Orders that came from elsewhere may have nobody to write to.
  if (!order?.email) return;
  const { url } = await context.call(operationOf(context, 'orders.orders.getLink'), { orderId: order.id });
  const letter = await rule.write(order, letterKit(context.config, order.locale, url), event.data, context);
  await queueMail(context, { cause: event.id, kind: rule.kind, orderId: order.id, to: order.email, letter });
}

export const letterSubscription: Subscription = {
  name: 'mail.write-letters',
  events: Object.keys(rules),
  handle: writeLetter,
};
