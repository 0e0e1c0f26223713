import { namedCard, type ReadCard, readCard } from '../cards/read-card.ts';
import { testCardNamed } from '../cards/test-cards.ts';
import type { CheckoutSession } from '../checkout/checkout-session.ts';
import type { Visitor } from '../checkout/pay-session.ts';
import { toAddress } from '../parameters/common.ts';
import { badRequest } from '../stripe-error.ts';

type Form = Readonly<Record<string, unknown>>;
export type WalletType = 'apple_pay' | 'google_pay';

export function textOf(form: Form, name: string): string | undefined {
  const value = form[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function required(form: Form, name: string, label: string): string {
  const value = textOf(form, name);
  if (value !== undefined) return value;
  throw badRequest(`${label} is missing.`, { param: name });
}

/** `12/34`, `12 / 2034`. */
function expiryOf(text: string): { exp_month: number; exp_year: number } {
  const [, month, year] = /^(\d{1,2})\s*\/\s*(\d{2}|\d{4})$/.exec(text) ?? [];
  // Out of range where it can not be read: then the card is refused for its month.
  return { exp_month: Number(month ?? 0), exp_year: Number(year ?? 0) };
}

export function walletOf(form: Form): WalletType | undefined {
  return form.wallet === 'apple_pay' || form.wallet === 'google_pay' ? form.wallet : undefined;
}

/** The card that was typed, or the one that lies in the simulated wallet. */
export function cardOfForm(form: Form, now: number): ReadCard {
  const inWallet = walletOf(form) && testCardNamed('visa');
  if (inWallet) return namedCard(inWallet, now);
  return readCard(
    {
      number: required(form, 'number', 'The card number'),
      ...expiryOf(required(form, 'expiry', 'The expiry date')),
      cvc: required(form, 'cvc', 'The security code'),
    },
    now,
  );
}

function shippingOf(form: Form, session: CheckoutSession, name: string): Visitor['shipping'] {
  const countries = session.shipping_address_collection?.allowed_countries;
  if (!countries) return null;
  if (walletOf(form)) {
    const [country = 'US'] = countries;
    return {
      address: toAddress({ line1: '1 Wallet Street', city: 'Sample', postal_code: '12345', country }),
      name,
      phone: null,
    };
  }
  const country = required(form, 'country', 'The country').toUpperCase();
  if (!countries.includes(country))
    throw badRequest(`Nothing is shipped to ${country}.`, { param: 'country' });
  const address = toAddress({
    line1: required(form, 'line1', 'The street'),
    city: required(form, 'city', 'The city'),
    postal_code: required(form, 'postal_code', 'The postal code'),
    country,
  });
  return {
    address,
    name: required(form, 'shipping_name', 'The recipient'),
    phone: textOf(form, 'phone') ?? null,
  };
}

/** Who pays, as the page tells; a wallet knows its owner. */
export function readVisitor(form: Form, session: CheckoutSession): Visitor {
  const isWallet = walletOf(form) !== undefined;
  const email = isWallet
    ? (session.customer_email ?? 'wallet@example.com')
    : required(form, 'email', 'The email');
  const name = isWallet ? 'Wallet Owner' : required(form, 'name', 'The name');
  const isPhoneWanted = session.phone_number_collection.enabled && !isWallet;
  const phone = isPhoneWanted ? required(form, 'phone', 'The phone number') : null;
  return {
    details: {
      address: null,
      business_name: null,
      email,
      individual_name: null,
      name,
      phone,
      tax_exempt: 'none',
      tax_ids: [],
    },
    shipping: shippingOf(form, session, name),
  };
}
