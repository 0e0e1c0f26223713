import type { Reader } from '../../../../runtime/store/port.ts';
import { notFound, refusal } from '../http/paypal-error.ts';
import { isExpired } from './authorization-periods.ts';
import { type Authorization, authorizations } from './payment.ts';

/** How long PayPal keeps the ids of requests on payments. */
export const paymentRequestIdHours = 45 * 24;

/** @throws {PayPalError} `INVALID_RESOURCE_ID` */
export async function findAuthorization(reader: Reader, id: string): Promise<Authorization> {
  const authorization = await reader.get(authorizations, id);
  if (!authorization) throw notFound('authorization_id', id);
  return authorization;
}

/** @throws {PayPalError} where no more money can be taken, or a later authorization be asked for. */
export function checkOpen({ status, ...authorization }: Authorization, now: Date): void {
  if (status === 'VOIDED') throw refusal('AUTHORIZATION_VOIDED');
  if (status === 'DENIED') throw refusal('AUTHORIZATION_DENIED');
  if (status === 'CAPTURED') throw refusal('AUTHORIZATION_ALREADY_CAPTURED');
  if (isExpired(authorization, now)) throw refusal('AUTHORIZATION_EXPIRED');
}
