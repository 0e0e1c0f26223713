import Type, { type Static } from 'typebox';
import { defined } from '../defined.ts';
import { type Answer, type EndpointRequest, endpoint } from '../http/endpoint.ts';
import { refusal, unprocessable } from '../http/paypal-error.ts';
import { minorUnits, moneyOf } from '../money/money.ts';
import { MoneySchema } from '../orders/schemas.ts';
import { allowedTotal, mostCaptures, statusAfterCapture } from './capture-limits.ts';
import { checkOpen, findAuthorization, paymentRequestIdHours } from './find-authorization.ts';
import { insertCapture } from './insert-payment.ts';
import { minimal } from './minimal.ts';
import { type Authorization, authorizations } from './payment.ts';
import { presentCapture } from './present.ts';

const CaptureBody = Type.Object({
  amount: Type.Optional(MoneySchema),
  final_capture: Type.Optional(Type.Boolean()),
  invoice_id: Type.Optional(Type.String({ minLength: 1, maxLength: 127 })),
  note_to_payer: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  soft_descriptor: Type.Optional(Type.String({ minLength: 1, maxLength: 22 })),
});

/** The amount to capture, in the smallest unit: what is left, unless one is named. */
function amountToCapture(authorization: Authorization, body: Static<typeof CaptureBody>): number {
  const { amount, captured } = authorization;
  const authorized = minorUnits(amount, '/amount');
  if (!body.amount) return authorized - captured;
  if (body.amount.currency_code !== amount.currency_code) {
    throw unprocessable('AUTH_CAPTURE_CURRENCY_MISMATCH', {
      field: '/amount/currency_code',
      value: body.amount.currency_code,
    });
  }
  return minorUnits(body.amount, '/amount');
}

async function takeFrom(
  request: EndpointRequest<Static<typeof CaptureBody>, unknown>,
  authorization: Authorization,
) {
  const { writer, body } = request;
  const { id, orderId, referenceId, amount, captured, captureCount, customId } = authorization;
  const currency = amount.currency_code;
  const authorized = minorUnits(amount, '/amount');
  const toCapture = amountToCapture(authorization, body);
  if (toCapture <= 0) throw unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE', { field: '/amount/value' });
  const total = captured + toCapture;
  if (total > allowedTotal(currency, authorized)) {
    throw unprocessable('MAX_CAPTURE_AMOUNT_EXCEEDED', { field: '/amount/value', value: body.amount?.value });
  }
  if (captureCount >= mostCaptures) throw refusal('MAX_CAPTURE_COUNT_EXCEEDED');
  const isFinal = body.final_capture ?? false;
  const invoiceId = body.invoice_id ?? authorization.invoiceId;
  const payable = {
    ...{ orderId, referenceId, amount: moneyOf(currency, toCapture) },
    ...defined({ invoiceId, customId }),
  };
  const terms = {
    ...{ isFinal, authorizationId: id },
    ...defined({ noteToPayer: body.note_to_payer, softDescriptor: body.soft_descriptor }),
  };
  const capture = await insertCapture(request, payable, terms);
  await writer.update<Authorization>(authorizations, id, (current) => ({
    ...current,
    ...{ captured: total, captureCount: captureCount + 1 },
    status: statusAfterCapture(authorized, total, isFinal),
  }));
  return capture;
}

export const captureAuthorization = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/capture',
  summary: 'Capture an authorization, or a part of it',
  body: CaptureBody,
  requestIdHours: paymentRequestIdHours,
  mockable: true,
  limits: 'Up to 115 % of what was authorized and 75 more than it, in ten captures.',
  async handle(request): Promise<Answer> {
    const { writer, url, path, now } = request;
    const authorization = await findAuthorization(writer, path.authorization_id ?? '');
    checkOpen(authorization, now);
    const taken = presentCapture(await takeFrom(request, authorization), url);
    return { status: 201, body: minimal(request, taken) };
  },
});
