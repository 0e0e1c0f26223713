import type { Made } from './made.ts';
import { step } from './step.ts';

/** What the shopper sees after the payment; nobody opens it here. */
const returnUrl = 'https://shop.example/return';

const cartOf = ({ cart }: Made) => ({ cartId: cart.cart.id, cartToken: cart.token });

/** A card payment without a cart, by the name of a test card. */
const cardPayment = (paymentToken: string) => (made: Made) => ({
  provider: 'stripe',
  amount: { amount: 1990, currency: made.shop.currency },
  ...{ paymentToken, returnUrl, channel: made.shop.channel },
});

export const buyingSteps = {
  promotion: step('checkout.promotions.create', [], ({ shop }) => ({
    ...{ name: `Triggered ${shop.mark}`, kind: 'percentage', percentage: 10, status: 'active' },
    code: `TRIGGERED-${shop.mark}`,
  })),
  promotionChange: step('checkout.promotions.update', ['promotion'], ({ promotion }) => ({
    ...{ promotionId: promotion.id, percentage: 15 },
  })),
  promotionDeletion: step('checkout.promotions.delete', ['promotion'], ({ promotion }) => ({
    promotionId: promotion.id,
  })),
  promotionUse: step('checkout.promotions.claimUse', ['promotion'], ({ promotion, shop }) => ({
    ...{ promotionId: promotion.id, reference: `trigger-${shop.mark}` },
  })),
  customer: step('customers.customers.create', [], ({ shop }) => ({
    ...{ email: `ada-${shop.mark}@example.com`, firstName: 'Ada', lastName: 'Berg' },
  })),
  customerChange: step('customers.customers.update', ['customer'], ({ customer }) => ({
    ...{ customerId: customer.id, firstName: 'Augusta Ada' },
  })),
  customerDeletion: step('customers.customers.delete', ['customer'], ({ customer }) => ({
    customerId: customer.id,
  })),
  cart: step('checkout.carts.create', ['stock'], ({ product, shop }) => ({
    ...{ channel: shop.channel, currency: shop.currency, country: shop.country },
    ...{ email: `ada-${shop.mark}@example.com`, shippingAddress: shop.address },
    lines: [{ variantId: product.variants[0]?.id ?? '', quantity: 2 }],
  })),
  cartChange: step('checkout.carts.update', ['cart'], (made) => ({
    ...{ ...cartOf(made), note: 'Please ring twice.' },
  })),
  otherCart: step('checkout.carts.create', ['stock'], ({ shop }) => ({
    ...{ channel: shop.channel, currency: shop.currency },
  })),
  cartMerge: step('checkout.carts.merge', ['cart', 'otherCart'], ({ cart, otherCart }) => ({
    ...{ cartId: otherCart.cart.id, cartToken: otherCart.token },
    ...{ fromCartId: cart.cart.id, fromCartToken: cart.token },
  })),
  cartDeletion: step('checkout.carts.delete', ['cart'], ({ cart }) => ({ cartId: cart.cart.id })),
  shippingMethod: step(
    'checkout.carts.chooseShippingMethod',
    ['cart'],
    (made) => ({ ...cartOf(made), method: made.shop.shippingMethod ?? null }),
    { isLeftOut: ({ shop }) => shop.shippingMethod === undefined },
  ),
  checkout: step('checkout.carts.beginCheckout', ['shippingMethod'], cartOf),
  checkoutLeaving: step('checkout.carts.leaveCheckout', ['checkout'], cartOf),
  cartPayment: step(
    'checkout.carts.startPayment',
    ['shippingMethod'],
    (made) => {
      const { provider = 'manual', method } = made.shop.payment ?? {};
      const means = provider === 'stripe' ? { paymentToken: 'pm_card_visa', returnUrl } : {};
      return { ...cartOf(made), provider, ...(method === undefined ? {} : { method }), ...means };
    },
    { isLeftOut: ({ shop }) => shop.payment === undefined },
  ),
  order: step('checkout.carts.complete', ['cartPayment'], cartOf),
  /** Rules against fraud may hold an order back: the same card comes often here. */
  approval: step('orders.orders.approve', ['order'], ({ order }) => ({ orderId: order.order.id }), {
    isLeftOut: ({ order }) => order.order.state !== 'review',
  }),
  capture: step(
    'payments.payments.capture',
    ['approval'],
    ({ order }) => ({ paymentId: order.order.payments[0]?.paymentId ?? '' }),
    { isLeftOut: ({ shop }) => shop.payment?.isCapturedByHand !== true },
  ),
  /** The provider tells of the money it took a moment later. */
  paidOrder: step('orders.orders.get', ['capture'], ({ order }) => ({ orderId: order.order.id }), {
    isLeftOut: ({ shop }) => shop.payment === undefined,
    isSettled: async (call, { order }) =>
      (await call('orders.orders.get', { orderId: order.order.id })).paymentState === 'captured',
  }),
  payment: step('payments.payments.create', [], cardPayment('pm_card_visa')),
  paymentCapture: step('payments.payments.capture', ['payment'], ({ payment }) => ({
    paymentId: payment.id,
  })),
  paymentCancellation: step('payments.payments.cancel', ['payment'], ({ payment }) => ({
    paymentId: payment.id,
  })),
  paymentRefund: step('payments.payments.refund', ['paymentCapture'], ({ payment }) => ({
    paymentId: payment.id,
  })),
  declinedPayment: step('payments.payments.create', [], cardPayment('pm_card_chargeDeclined')),
  unapprovedPayment: step('payments.payments.create', [], cardPayment('pm_card_authenticationRequired')),
  paymentToDispute: step('payments.payments.create', [], cardPayment('pm_card_createDispute')),
  dispute: step('payments.payments.capture', ['paymentToDispute'], ({ paymentToDispute }) => ({
    paymentId: paymentToDispute.id,
  })),
};
