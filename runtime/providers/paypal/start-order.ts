import type { Order, OrderRequest, PurchaseUnitRequest, ShippingDetails } from '@paypal/paypal-server-sdk';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import type { StartRequest } from '../../services/payments/index.ts';
import { paypalMoney } from './paypal-amount.ts';
import type { PaypalClient } from './paypal-clients.ts';

const longestName = 127;

/** PayPal demands the parts of an address that a country has; one that lacks the street can't be shown there. */
function shippingOf({ shippingAddress: address }: StartRequest): ShippingDetails | undefined {
  if (!address?.addressLine1) return undefined;
  const fullName = [address.firstName, address.lastName].filter(Boolean).join(' ');
  return {
    ...(fullName === '' ? {} : { name: { fullName } }),
    address: {
      countryCode: address.country,
      addressLine1: address.addressLine1,
      ...(address.addressLine2 ? { addressLine2: address.addressLine2 } : {}),
      ...(address.city ? { adminArea2: address.city } : {}),
      ...(address.region ? { adminArea1: address.region } : {}),
      ...(address.postalCode ? { postalCode: address.postalCode } : {}),
    },
  };
}

function purchaseUnit(request: StartRequest): PurchaseUnitRequest {
  const { paymentId, amount, currency, lines, description } = request;
  const total = paypalMoney(amount, currency);
  const items = lines.map(({ title, quantity, unitAmount }) => ({
    name: title.slice(0, longestName),
    quantity: String(quantity),
    unitAmount: paypalMoney(unitAmount, currency),
  }));
  const shipping = shippingOf(request);
  return {
    customId: paymentId,
    // Items are shown with the sum that they come to.
    amount: items.length > 0 ? { ...total, breakdown: { itemTotal: total } } : total,
    ...(items.length > 0 ? { items } : {}),
    ...(description ? { description: description.slice(0, longestName) } : {}),
    ...(shipping ? { shipping } : {}),
  };
}

/** Opens an order that the buyer approves at PayPal. The same payment never opens two. */
export async function startOrder({ sdk, orders }: PaypalClient, request: StartRequest): Promise<Order> {
  const { paymentId, paymentToken, returnUrl, cancelUrl, email, locale } = request;
  if (paymentToken !== null) {
    throw problem(paymentProblems.providerRefused, {
      detail: 'PayPal takes no payment token: the buyer approves the payment on its page.',
      details: { provider: 'paypal', providerCode: null },
    });
  }
  const unit = purchaseUnit(request);
  const body: OrderRequest = {
    intent: sdk.CheckoutPaymentIntent.Authorize,
    purchaseUnits: [unit],
    paymentSource: {
      paypal: {
        ...(email === null ? {} : { emailAddress: email }),
        experienceContext: {
          ...(returnUrl === null ? {} : { returnUrl }),
          ...(cancelUrl === null ? {} : { cancelUrl }),
          ...(locale === null ? {} : { locale }),
          userAction: sdk.PaypalExperienceUserAction.PayNow,
          shippingPreference: unit.shipping
            ? sdk.PaypalWalletContextShippingPreference.SetProvidedAddress
            : sdk.PaypalWalletContextShippingPreference.NoShipping,
        },
      },
    },
  };
  const { result } = await orders.createOrder({
    ...{ body, paypalRequestId: paymentId, prefer: 'return=representation' },
  });
  return result;
}
