import type { Availability, SelectedPrice } from '../headlesspro/storefront.js';

export type OfferedPrice = Pick<SelectedPrice, 'amount' | 'currency' | 'compareAtAmount'>;

/** What decides of a variant; of the SDK's, or of a GraphQL document that asks for this much. */
export interface OfferedVariant {
  readonly price?: OfferedPrice | null;
  readonly availability?: Pick<Availability, 'status'> | null;
}

export interface Offer {
  /** The lowest; null where nothing is sold in the currency. */
  readonly price: OfferedPrice | null;
  /** Some variants cost more. */
  readonly isFromPrice: boolean;
  readonly isReduced: boolean;
  readonly isSoldOut: boolean;
}

/** What a product's card says of all its variants. */
export function summarizeOffer(variants: readonly OfferedVariant[]): Offer {
  const prices = variants.flatMap(({ price }) => price ?? []);
  const [first, ...others] = prices;
  const lowest = others.reduce((low, price) => (low && price.amount < low.amount ? price : low), first);
  return {
    price: lowest ?? null,
    isFromPrice: prices.some((price) => price.amount !== lowest?.amount),
    isReduced: lowest !== undefined && isReduced(lowest),
    isSoldOut: variants.length > 0 && variants.every(isSoldOut),
  };
}

export function isReduced({ amount, compareAtAmount }: OfferedPrice): boolean {
  return compareAtAmount !== null && compareAtAmount > amount;
}

export function isSoldOut({ availability }: OfferedVariant): boolean {
  return availability?.status === 'out_of_stock';
}
