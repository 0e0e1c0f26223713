import Type, { type Static } from 'typebox';
import type { Reader } from '../../../../runtime/store/port.ts';
import { type Answer, type Endpoint, type EndpointRequest, endpoint } from '../http/endpoint.ts';
import { notFound, refusal, unprocessable } from '../http/paypal-error.ts';
import { minorUnits, moneyOf, normalMoney } from '../money/money.ts';
import { MoneySchema } from '../orders/schemas.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { canReauthorizeAt, isExpired } from './authorization-periods.ts';
import { allowedTotal, mostCaptures, statusAfterCapture } from './capture-limits.ts';
import { insertAuthorization, insertCapture } from './insert-payment.ts';
import { minimal } from './minimal.ts';
import { type Authorization, authorizations } from './payment.ts';
import { presentAuthorization, presentCapture } from './present.ts';

/** How long PayPal keeps the ids of requests on payments. */
export const paymentRequestIdHours = 45 * 24;

async function findAuthorization(reader: Reader, id: string): Promise<Authorization> {
  const authorization = await reader.get(authorizations, id);
  if (!authorization) throw notFound('authorization_id', id);
  return authorization;
}

/** @throws {PayPalError} where no more money can be taken, or a later authorization be asked for. */
function checkOpen({ status, ...authorization }: Authorization, now: Date): void {
  if (status === 'VOIDED') throw refusal('AUTHORIZATION_VOIDED');
  if (status === 'DENIED') throw refusal('AUTHORIZATION_DENIED');
  if (status === 'CAPTURED') throw refusal('AUTHORIZATION_ALREADY_CAPTURED');
  if (isExpired(authorization, now)) throw refusal('AUTHORIZATION_EXPIRED');
}

const show = endpoint({
  http: 'GET /v2/payments/authorizations/{authorization_id}',
  mockable: true,
  async handle({ writer, url, path }) {
    const authorization = await findAuthorization(writer, path.authorization_id ?? '');
    return { status: 200, body: presentAuthorization(authorization, url) };
  },
});

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
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(customId === undefined ? {} : { customId }),
  };
  const terms = {
    ...{ isFinal, authorizationId: id },
    ...(body.note_to_payer === undefined ? {} : { noteToPayer: body.note_to_payer }),
    ...(body.soft_descriptor === undefined ? {} : { softDescriptor: body.soft_descriptor }),
  };
  const capture = await insertCapture(request, payable, terms);
  await writer.update<Authorization>(authorizations, id, (current) => ({
    ...current,
    ...{ captured: total, captureCount: captureCount + 1 },
    status: statusAfterCapture(authorized, total, isFinal),
  }));
  return capture;
}

const capture = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/capture',
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

const reauthorize = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/reauthorize',
  body: Type.Object({ amount: Type.Optional(MoneySchema) }),
  requestIdHours: paymentRequestIdHours,
  limits: 'Once, from day 4 to day 29. The authorization that it takes the place of is voided.',
  async handle(request): Promise<Answer> {
    const { writer, url, path, now, body } = request;
    const found = await findAuthorization(writer, path.authorization_id ?? '');
    checkOpen(found, now);
    if (found.isReauthorization || found.status !== 'CREATED') throw refusal('REAUTHORIZATION_NOT_SUPPORTED');
    if (!canReauthorizeAt(found, now)) throw refusal('REAUTHORIZATION_TOO_SOON');
    const amount = body.amount ? normalMoney(body.amount, '/amount') : found.amount;
    if (amount.currency_code !== found.amount.currency_code) {
      throw unprocessable('AUTH_CAPTURE_CURRENCY_MISMATCH', { field: '/amount/currency_code' });
    }
    const authorized = minorUnits(found.amount, '/amount');
    if (minorUnits(amount, '/amount') > allowedTotal(amount.currency_code, authorized)) {
      throw unprocessable('MAX_CAPTURE_AMOUNT_EXCEEDED', { field: '/amount/value', value: amount.value });
    }
    const { orderId, referenceId, invoiceId, customId } = found;
    await writer.update<Authorization>(authorizations, found.id, (current) => ({
      ...current,
      status: 'VOIDED',
    }));
    const payable = {
      ...{ orderId, referenceId, amount },
      ...(invoiceId === undefined ? {} : { invoiceId }),
      ...(customId === undefined ? {} : { customId }),
    };
    const renewed = await insertAuthorization(request, payable, undefined, found);
    return { status: 201, body: minimal(request, presentAuthorization(renewed, url)) };
  },
});

const voidAuthorization = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/void',
  requestIdHours: paymentRequestIdHours,
  mockable: true,
  async handle(request): Promise<Answer> {
    const { writer, url, path, prefersRepresentation } = request;
    const found = await findAuthorization(writer, path.authorization_id ?? '');
    if (found.status === 'CAPTURED') throw refusal('PREVIOUSLY_CAPTURED');
    if (found.status === 'VOIDED') throw refusal('PREVIOUSLY_VOIDED');
    if (found.status === 'DENIED') throw refusal('CANNOT_BE_VOIDED');
    const voided = await writer.update<Authorization>(authorizations, found.id, (current) => ({
      ...current,
      status: 'VOIDED',
    }));
    const body = presentAuthorization(voided, url);
    await emitEvent(request, events.authorizationVoided, body);
    return prefersRepresentation ? { status: 200, body } : { status: 204 };
  },
});

export const authorizationEndpoints: readonly Endpoint[] = [show, capture, reauthorize, voidAuthorization];
