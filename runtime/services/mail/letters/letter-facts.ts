import type { MoneyAmount } from '../../../locale/index.ts';

/*
 * As much of an order as letters tell. Orders of the contract have it all; a preview brings an invented one.
 */

export interface LetterOrder {
  readonly id: string;
  readonly number: string;
  readonly locale: string;
  readonly currency: string;
  readonly email: string | null;
  readonly placedAt: string;
  readonly lines: readonly LetterLine[];
  readonly shippingAddress: LetterAddress | null;
  readonly billingAddress: LetterAddress | null;
  readonly shippingMethod: { readonly name: string; readonly kind: string } | null;
  readonly totals: LetterTotals;
  readonly paid: MoneyAmount;
  /** Above 0 the customer owes it. */
  readonly balance: MoneyAmount;
  readonly payments: readonly {
    readonly paymentId: string;
    readonly provider: string;
    readonly amount: MoneyAmount;
    readonly captured: MoneyAmount;
  }[];
}

export interface LetterLine {
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string;
  readonly quantity: number;
  readonly customData: readonly { readonly name: string; readonly value: string }[];
  readonly giftMessage: string | null;
  readonly subtotal: MoneyAmount;
}

export interface LetterTotals {
  readonly subtotal: MoneyAmount;
  readonly discount: MoneyAmount;
  readonly shippingPrice: MoneyAmount;
  readonly shippingDiscount: MoneyAmount;
  readonly lines: { readonly net: MoneyAmount; readonly gross: MoneyAmount };
  readonly total: { readonly gross: MoneyAmount };
  readonly taxes: readonly { readonly name: string; readonly rate: number; readonly tax: MoneyAmount }[];
}

export interface LetterAddress {
  readonly country: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly addressLine1: string | null;
  readonly addressLine2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
}

export interface LetterParcel {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly tracking: {
    readonly carrier: string | null;
    readonly number: string | null;
    readonly url: string | null;
  };
}

export interface LetterRefund {
  readonly amount: MoneyAmount;
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantity: number;
    readonly amount: MoneyAmount;
  }[];
}
