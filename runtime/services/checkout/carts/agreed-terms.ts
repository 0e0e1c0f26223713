import type { Discount } from '../promotions/granted-promotions.ts';
import type { ShippingOffer } from '../shipping/shipping-options.ts';

/** What a line was bought for: so much of it costs that still, whatever the catalog says now. */
export interface AgreedLine {
  readonly quantity: number;
  /** Units whose stock is set aside. */
  readonly reserved: number;
  readonly unitAmount: number;
  readonly currency: string;
  readonly includesTax: boolean;
  readonly priceReason: string;
  readonly requiresShipping: boolean;
  /** Undefined is taxed as of now. */
  readonly tax: { readonly name: string | null; readonly rate: number } | undefined;
}

/** What was agreed on before, where something that was sold is worked out anew. Carts have agreed on nothing. */
export interface AgreedTerms {
  /** By the line's id. */
  readonly lines: ReadonlyMap<string, AgreedLine>;
  /** Delivery at the price that it was bought for; undefined works it out as of now. */
  readonly shipping: ShippingOffer | undefined;
  /** What promotions took off; undefined asks which apply now. */
  readonly granted: { readonly discounts: readonly Discount[]; readonly at: string } | undefined;
  /** Whether agreed lines are taxed as before; false where they go elsewhere. */
  readonly keepsTaxRates: boolean;
}

export const nothingAgreed: AgreedTerms = {
  ...{ lines: new Map(), shipping: undefined, granted: undefined, keepsTaxRates: true },
};
