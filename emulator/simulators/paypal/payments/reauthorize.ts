import Type from 'typebox';
import { defined } from '../defined.ts';
import { type Answer, endpoint } from '../http/endpoint.ts';
import { refusal, unprocessable } from '../http/paypal-error.ts';
import { minorUnits, normalMoney } from '../money/money.ts';
import { MoneySchema } from '../orders/schemas.ts';
import { canReauthorizeAt } from './authorization-periods.ts';
import { allowedTotal } from './capture-limits.ts';
import { checkOpen, findAuthorization, paymentRequestIdHours } from './find-authorization.ts';
import { insertAuthorization } from './insert-payment.ts';
import { minimal } from './minimal.ts';
import { type Authorization, authorizations } from './payment.ts';
import { presentAuthorization } from './present.ts';

export const reauthorize = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/reauthorize',
  summary: 'Authorize again',
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
      ...defined({ invoiceId, customId }),
    };
    const renewed = await insertAuthorization(request, payable, undefined, found);
    return { status: 201, body: minimal(request, presentAuthorization(renewed, url)) };
  },
});
