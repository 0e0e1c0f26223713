import type { Cart } from '../headlesspro/storefront.js';
import { type AddressDraft, addressDraft, parseAddressDraft } from './address-draft.ts';

/** What was typed in the checkout. Kept for as long as the tab is open, so that no way back loses it. */
export interface CheckoutDraft {
  readonly email: string;
  readonly shipping: AddressDraft;
  readonly billing: AddressDraft;
  readonly isBillingSame: boolean;
  readonly note: string;
  readonly giftMessage: string;
  /** Provider and method: `stripe`, `manual bank-transfer`. Empty where none is chosen. */
  readonly payment: string;
}

export function checkoutDraft(cart: Cart, country: string): CheckoutDraft {
  const { shippingAddress, billingAddress } = cart;
  return {
    email: cart.email ?? '',
    shipping: addressDraft(shippingAddress, cart.country ?? country),
    billing: addressDraft(billingAddress, cart.country ?? country),
    isBillingSame:
      billingAddress === null || JSON.stringify(billingAddress) === JSON.stringify(shippingAddress),
    note: cart.note ?? '',
    giftMessage: cart.lines.find(({ giftMessage }) => giftMessage !== null)?.giftMessage ?? '',
    payment: '',
  };
}

export function parseCheckoutDraft(value: unknown): CheckoutDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const saved = value as Record<string, unknown>;
  const shipping = parseAddressDraft(saved.shipping);
  const billing = parseAddressDraft(saved.billing);
  if (!shipping || !billing) return undefined;
  const text = (name: string) => (typeof saved[name] === 'string' ? saved[name] : '');
  return {
    ...{ shipping, billing, isBillingSame: saved.isBillingSame !== false },
    ...{
      email: text('email'),
      note: text('note'),
      giftMessage: text('giftMessage'),
      payment: text('payment'),
    },
  };
}
