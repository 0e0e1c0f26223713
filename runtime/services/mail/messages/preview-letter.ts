import type { Context } from '../../../context/context.ts';
import type { MailOperations } from '../../../contract/mail/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import {
  customerSignIn,
  type Letter,
  type LetterOrder,
  letterKit,
  orderCancelled,
  orderEdited,
  orderPlaced,
  orderRefunded,
  orderShipped,
  sampleEndpoint,
  sampleOrder,
  sampleParcel,
  sampleRefund,
  sampleStockReport,
  stockReport,
  webhookEndpointDisabled,
} from '../letters/index.ts';
import { paymentInstructions } from './payment-instructions.ts';

/** Null of an order that is nobody's any more. */
async function linkOf(context: Context, { id, email }: LetterOrder): Promise<string | null> {
  if (email === null) return null;
  const { url } = await context.call(operationOf(context, 'orders.orders.getLink'), { orderId: id });
  return url;
}

const sampleLink = 'https://example.com/sign-in/return#sign_in_token=sample';

/** A letter as it would be written now, of an order or of an invented one. */
export async function previewLetter(
  context: Context,
  { kind, locale, orderId }: InputOf<MailOperations['mail.messages.preview']>,
): Promise<Letter> {
  const { config, clock } = context;
  const order =
    orderId === undefined
      ? sampleOrder(config, locale ?? config.locales[0]?.code ?? 'en', clock.now().toISOString())
      : await context.call(operationOf(context, 'orders.orders.get'), { orderId });
  const orderUrl = orderId === undefined ? (context.storefront?.url ?? null) : await linkOf(context, order);
  const kit = letterKit(config, locale ?? order.locale, orderUrl);
  switch (kind) {
    case 'customer_sign_in':
      return customerSignIn(sampleLink, 15, kit);
    case 'webhook_endpoint_disabled':
      return webhookEndpointDisabled(sampleEndpoint(clock.now().toISOString()), kit);
    case 'stock_report':
      return stockReport(sampleStockReport(clock.now().toISOString()), kit);
    case 'order_placed':
      return orderPlaced(order, kit, await paymentInstructions(context, order));
    case 'order_cancelled':
      return orderCancelled(order, kit);
    case 'order_edited':
      return orderEdited(order, kit);
    case 'order_shipped': {
      const [latest] =
        orderId === undefined
          ? []
          : (await context.call(operationOf(context, 'orders.fulfilments.list'), { orderId, pageSize: 1 }))
              .data;
      const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
      return orderShipped(
        order,
        latest ?? (orderId === undefined ? sampleParcel : { ...sampleParcel, lines }),
        kit,
      );
    }
    case 'order_refunded': {
      const [latest] =
        orderId === undefined
          ? []
          : (await context.call(operationOf(context, 'orders.orders.listRefunds'), { orderId, pageSize: 1 }))
              .data;
      return orderRefunded(order, latest ?? sampleRefund(order), kit);
    }
  }
}
