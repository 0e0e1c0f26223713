import type { Order } from '../../cli/selling/find-order.ts';
import type { Payment } from '../../cli/selling/find-payment.ts';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });
/** An id of the form that the contract wants. */
export const idOf = (prefix: string, letter = 'A') => `${prefix}_01JA6Z1RZ${letter.repeat(17)}`;
const time = '2026-03-01T09:00:00.000Z';
const resource = { version: 1, createdAt: time, updatedAt: time };

export function aLine(letter: string, changes: Partial<Order['lines'][number]> = {}): Order['lines'][number] {
  const quantity = changes.quantity ?? 1;
  const gross = 1190 * quantity;
  return {
    ...{ id: idOf('line', letter), variantId: idOf('var', letter), productId: idOf('prod', letter) },
    ...{ title: 'Linen shirt', variantTitle: 'M', sku: `SHIRT-${letter}`, imageUrl: null, quantity },
    ...{
      customData: [],
      giftMessage: null,
      requiresShipping: true,
      unitPrice: eur(1190),
      compareAtPrice: null,
    },
    ...{
      includesTax: true,
      priceReason: 'The base price.',
      subtotal: eur(gross),
      discounts: [],
      taxRate: 19,
    },
    total: { net: eur(1000 * quantity), tax: eur(190 * quantity), gross: eur(gross) },
    ...{ plannedQuantity: 0, fulfilledQuantity: 0, cancelledQuantity: 0, returningQuantity: 0 },
    ...{ returnedQuantity: 0, refundedQuantity: 0, refundedAmount: eur(0) },
    ...changes,
  };
}

/** Two shirts of one kind and one of another, 35.70 EUR with tax, paid by card. */
export function anOrder(changes: Partial<Order> = {}): Order {
  const none = eur(0);
  const total = { net: eur(3000), tax: eur(570), gross: eur(3570) };
  return {
    ...{ ...resource, id: idOf('ord'), number: '1001', state: 'confirmed', paymentState: 'captured' },
    ...{ fulfilmentState: 'unfulfilled', returnState: 'none', channel: 'web', currency: 'EUR', locale: 'en' },
    ...{ country: 'DE', cartId: null, customerId: null, customerGroup: null, isTaxExempt: false },
    ...{ email: 'ada@example.com', note: null, discounts: [], billingAddress: null, shippingMethod: null },
    shippingAddress: {
      ...{ country: 'DE', firstName: 'Ada', lastName: 'Berg', company: '=1+1', addressLine1: 'Torstr. 1' },
      ...{ addressLine2: null, city: 'Berlin', region: null, postalCode: '10119', phone: null },
    },
    totals: {
      ...{ currencyExponent: 2, subtotal: eur(3570), discount: none, lines: total, shippingPrice: none },
      ...{
        shippingDiscount: none,
        shipping: { net: none, tax: none, gross: none },
        tax: eur(570),
        total,
        taxes: [],
      },
    },
    lines: [aLine('A', { quantity: 2 }), aLine('B')],
    tags: [],
    payments: [
      {
        ...{ paymentId: idOf('pay'), provider: 'stripe', state: 'captured', amount: eur(3570) },
        ...{ authorized: eur(3570), capturable: none, captured: eur(3570), refunded: none },
      },
    ],
    ...{
      authorized: none,
      paid: eur(3570),
      refunded: none,
      credited: none,
      balance: none,
    },
    ...{ shippingRefunded: none, riskScore: null, riskReasons: [], placedAt: time },
    ...{
      confirmedAt: time,
      editedAt: null,
      completedAt: null,
      cancelledAt: null,
      cancelReason: null,
      anonymizedAt: null,
    },
    ...changes,
  };
}

export function aPayment(changes: Partial<Payment> = {}): Payment {
  return {
    ...{
      ...resource,
      id: idOf('pay'),
      orderId: idOf('ord'),
      cartId: null,
      customerId: null,
      provider: 'stripe',
    },
    method: {
      ...{ kind: 'card', brand: 'visa', last4: '4242', fingerprint: null, country: 'DE', wallet: null },
      ...{ payerEmail: null, key: null },
    },
    ...{
      state: 'captured',
      amount: eur(3570),
      authorized: eur(3570),
      capturable: eur(0),
      captured: eur(3570),
    },
    ...{ refunded: eur(0), redirectUrl: null, failure: null, providerReference: 'pi_123', riskScore: 12 },
    ...{ riskLevel: 'normal', capture: 'automatic', expiresAt: null, description: null },
    ...changes,
  };
}

export function pageOf<Item>(...data: readonly Item[]) {
  return { data, page: { next: null } };
}
