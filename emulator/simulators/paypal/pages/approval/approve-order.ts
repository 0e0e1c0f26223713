import type { Work } from '../../http/endpoint.ts';
import { accountId } from '../../http/ids.ts';
import { type Order, orders, type Payer, type PurchaseUnit } from '../../orders/order.ts';
import { payOrder } from '../../orders/pay-order.ts';
import { presentOrder } from '../../orders/present-order.ts';
import { emitEvent } from '../../webhooks/emit-event.ts';
import { events } from '../../webhooks/events.ts';

/** Who buys unless the page is told of somebody else. */
export const defaultBuyer = { email: 'buyer@personal.example.com' } as const;

function payerOf(email: string): Payer {
  return {
    ...{ email, id: accountId(email), givenName: 'John', surname: 'Doe' },
    address: {
      ...{ address_line_1: '1 Main St', admin_area_2: 'San Jose', admin_area_1: 'CA' },
      ...{ postal_code: '95131', country_code: 'US' },
    },
  };
}

/** Where the store asks PayPal for the buyer's address (which it does unless told otherwise), it gets that. */
function withAddress(unit: PurchaseUnit, order: Order, { givenName, surname, address }: Payer): PurchaseUnit {
  const preference = order.experience.shipping_preference ?? 'GET_FROM_FILE';
  if (preference !== 'GET_FROM_FILE' || unit.shipping?.address) return unit;
  return { ...unit, shipping: { name: { full_name: `${givenName} ${surname}` }, ...unit.shipping, address } };
}

export interface Approval {
  readonly email: string;
  readonly isFundingDeclined: boolean;
  readonly isDisputed: boolean;
}

/**
 * The buyer agrees. An order that completes on approval is captured with it.
 *
 * @throws {PayPalError} `INSTRUMENT_DECLINED` where that capture is declined: nothing is approved then.
 */
export async function approveOrder(work: Work, order: Order, approval: Approval): Promise<Order> {
  const payer = payerOf(approval.email);
  const approved = await work.writer.update<Order>(orders, order.id, ({ card: _card, ...current }) => ({
    ...{ ...current, payer, status: 'APPROVED', source: 'paypal' },
    ...{ isFundingDeclined: approval.isFundingDeclined, isDisputed: approval.isDisputed },
    purchaseUnits: current.purchaseUnits.map((unit) => withAddress(unit, current, payer)),
  }));
  await emitEvent(work, events.orderApproved, await presentOrder(work.writer, approved, work.url));
  const isDoneByApproval =
    order.processingInstruction === 'ORDER_COMPLETE_ON_PAYMENT_APPROVAL' && order.intent === 'CAPTURE';
  return isDoneByApproval ? payOrder(work, approved) : approved;
}
