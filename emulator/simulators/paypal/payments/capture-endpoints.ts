import Type from 'typebox';
import type { Reader } from '../../../../runtime/store/port.ts';
import { defined } from '../defined.ts';
import { isInDispute } from '../disputes/dispute.ts';
import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { newId } from '../http/ids.ts';
import { notFound, refusal } from '../http/paypal-error.ts';
import { minorUnits, moneyOf } from '../money/money.ts';
import { MoneySchema } from '../orders/schemas.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { paymentRequestIdHours } from './find-authorization.ts';
import { minimal } from './minimal.ts';
import { type Capture, captures, refunds } from './payment.ts';
import { presentCapture, presentRefund } from './present.ts';
import { refundableAmount, statusAfterRefund } from './refund-rules.ts';

async function findCapture(reader: Reader, id: string): Promise<Capture> {
  const capture = await reader.get(captures, id);
  if (!capture) throw notFound('capture_id', id);
  return capture;
}

const show = endpoint({
  http: 'GET /v2/payments/captures/{capture_id}',
  summary: 'Show a capture',
  mockable: true,
  async handle({ writer, url, path }) {
    const capture = await findCapture(writer, path.capture_id ?? '');
    return { status: 200, body: presentCapture(capture, url) };
  },
});

const refund = endpoint({
  http: 'POST /v2/payments/captures/{capture_id}/refund',
  summary: 'Refund a capture, or a part of it',
  body: Type.Object({
    amount: Type.Optional(MoneySchema),
    custom_id: Type.Optional(Type.String({ minLength: 1, maxLength: 127 })),
    invoice_id: Type.Optional(Type.String({ minLength: 1, maxLength: 127 })),
    note_to_payer: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  }),
  requestIdHours: paymentRequestIdHours,
  mockable: true,
  limits: 'Refunds are completed at once, and PayPal keeps its fee.',
  async handle(request): Promise<Answer> {
    const { writer, url, path, body, now } = request;
    const capture = await findCapture(writer, path.capture_id ?? '');
    const amount = refundableAmount(capture, body.amount, now);
    const isPart = amount < minorUnits(capture.amount, '/amount') - capture.refunded;
    if (isPart && (await isInDispute(writer, capture.id))) throw refusal('TRANSACTION_DISPUTED');
    const totalRefunded = capture.refunded + amount;
    const invoiceId = body.invoice_id ?? capture.invoiceId;
    const customId = body.custom_id ?? capture.customId;
    const stored = await writer.insert(refunds, {
      ...{ id: newId(), captureId: capture.id, orderId: capture.orderId, referenceId: capture.referenceId },
      ...{ amount: moneyOf(capture.amount.currency_code, amount), totalRefunded },
      ...defined({ invoiceId, customId, noteToPayer: body.note_to_payer }),
    });
    await writer.update(captures, capture.id, (current) => ({
      ...current,
      refunded: totalRefunded,
      status: statusAfterRefund(capture, totalRefunded),
    }));
    const shown = presentRefund(stored, url);
    await emitEvent(request, events.captureRefunded, shown);
    return { status: 201, body: minimal(request, shown) };
  },
});

const showRefund = endpoint({
  http: 'GET /v2/payments/refunds/{refund_id}',
  summary: 'Show a refund',
  mockable: true,
  async handle({ writer, url, path }) {
    const id = path.refund_id ?? '';
    const found = await writer.get(refunds, id);
    if (!found) throw notFound('refund_id', id);
    return { status: 200, body: presentRefund(found, url) };
  },
});

export const captureEndpoints: readonly Endpoint[] = [show, refund, showRefund];
