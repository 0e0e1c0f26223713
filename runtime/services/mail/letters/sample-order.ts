import type { StoreConfig } from '../../../config/store-config.ts';
import type { LetterOrder, LetterParcel, LetterRefund } from './letter-facts.ts';

/** An invented order for previews: two lines, one with all that a line can have, a discount, a tax in the price. */
export function sampleOrder(config: StoreConfig, locale: string, now: string): LetterOrder {
  const currency = config.currencies[0] ?? 'EUR';
  const money = (amount: number) => ({ amount, currency });
  const person = { firstName: 'Ada', lastName: 'Lovelace', company: null, region: null };
  const address = {
    ...person,
    addressLine1: 'Torstraße 1',
    addressLine2: null,
    city: 'Berlin',
    postalCode: '10119',
    country: 'DE',
  };
  const line = { customData: [], giftMessage: null };
  return {
    ...{
      id: 'sample',
      number: '1001',
      locale,
      currency,
      email: 'ada@example.com',
      placedAt: now,
      paid: money(11_850),
      balance: money(0),
      payments: [],
    },
    lines: [
      {
        ...line,
        id: 'shirt',
        title: 'Linen shirt',
        variantTitle: 'Sand / M',
        quantity: 2,
        subtotal: money(9980),
      },
      {
        ...{ id: 'bottle', title: 'Steel bottle', variantTitle: '0.5 l', quantity: 1, subtotal: money(2500) },
        ...{ customData: [{ name: 'Engraving', value: 'A. L.' }], giftMessage: 'For your next journey' },
      },
    ],
    shippingAddress: address,
    billingAddress: address,
    shippingMethod: { name: 'Standard', kind: 'flat' },
    totals: {
      subtotal: money(12_480),
      discount: money(1120),
      shippingPrice: money(490),
      shippingDiscount: money(0),
      lines: { net: money(9546), gross: money(11_360) },
      total: { gross: money(11_850) },
      taxes: [{ name: 'VAT', rate: 19, tax: money(1892) }],
    },
  };
}

export const sampleParcel: LetterParcel = {
  lines: [{ lineId: 'shirt', quantity: 2 }],
  tracking: {
    carrier: 'DHL',
    number: '00340434161094042557',
    url: 'https://example.com/track/00340434161094042557',
  },
};

export function sampleRefund({ currency }: LetterOrder): LetterRefund {
  const amount = { amount: 4990, currency };
  return { amount, lines: [{ lineId: 'shirt', quantity: 1, amount }] };
}
