import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import type { OutputOf } from '../../../contract/operation.ts';
import type { AgreedLine } from './agreed-terms.ts';
import type { CartProblem, StoredLine } from './stored-cart.ts';

export type VariantQuote = OutputOf<CatalogOperations['catalog.variants.quote']>['quotes'][number];

/** A line with what the catalog says of it now. */
export interface PricedLine {
  readonly line: StoredLine;
  /** Undefined where the cart's channel or currency is no longer the store's. */
  readonly quote: VariantQuote | undefined;
  /** Minor units; null where it can't be bought. */
  readonly unitAmount: number | null;
  /** Unit price times quantity; 0 where it can't be bought. */
  readonly amount: number;
  readonly problems: readonly CartProblem[];
}

/** Amounts of 500 lines must add up to a number that is exact. */
const mostMinorUnits = 1_000_000_000_000;

type Fault = Pick<CartProblem, 'code' | 'message' | 'hint'> & { readonly field: 'variantId' | 'quantity' };

function unsaleable(quote: VariantQuote | undefined, title: string): Fault | undefined {
  const field = 'variantId';
  if (!quote) {
    const message = "The store no longer sells in the cart's channel or currency.";
    return { field, code: 'not_sold_here', message, hint: 'Put the lines into a new cart.' };
  }
  if (quote.status === 'missing') {
    const message = `"${title}" is no longer there.`;
    return { field, code: 'product_missing', message, hint: 'Take the line out of the cart.' };
  }
  if (quote.status === 'not_published') {
    const message = `"${title}" is not sold in this channel at present.`;
    return {
      field,
      code: 'not_published',
      message,
      hint: 'Take the line out, or wait until it is sold again.',
    };
  }
  if (!quote.price) {
    const message = `"${title}" has no price here. ${quote.priceReason}`;
    return {
      field,
      code: 'no_price',
      message,
      hint: 'Change the currency or country, or take the line out.',
    };
  }
  return undefined;
}

/** More than there is: counted over all lines of the variant. */
function outOfStock({ availability }: VariantQuote, units: number, title: string): Fault | undefined {
  if (!availability || availability.quantity === null || availability.status === 'backorder')
    return undefined;
  if (availability.quantity >= units) return undefined;
  return {
    ...{ field: 'quantity', code: 'insufficient_stock' },
    message: `${units} of "${title}" are in the cart, and ${availability.quantity} can be sold.`,
    hint: `Lower the quantity to ${availability.quantity}.`,
  };
}

export function unitsByVariant(lines: readonly StoredLine[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of lines) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  return units;
}

/** What the catalog says of a variant, at the price that was agreed; also where it says nothing any more. */
function agreedQuote(
  found: VariantQuote | undefined,
  agreed: AgreedLine | undefined,
  { variantId, quantity }: { readonly variantId: string; readonly quantity: number },
): VariantQuote | undefined {
  if (!agreed) return found;
  const { unitAmount: amount, currency, includesTax, priceReason } = agreed;
  return {
    ...{ variantId, quantity, variant: found?.variant ?? null, availability: found?.availability ?? null },
    ...{ status: 'sold', priceReason },
    price: { amount, currency, includesTax, compareAtAmount: null, priceId: '', priceListId: null },
  };
}

/** Units that nobody has set aside yet, by variant. */
function unitsToReserve(lines: readonly StoredLine[], agreed: ReadonlyMap<string, AgreedLine>) {
  if (agreed.size === 0) return unitsByVariant(lines);
  return unitsByVariant(
    lines.map((line) => {
      const quantity = Math.max(0, line.quantity - (agreed.get(line.id)?.reserved ?? 0));
      return { ...line, quantity };
    }),
  );
}

/**
 * What the lines cost now, but for what was `agreed` on. `hasReserved` says that the cart's own stock is set aside, and
 * so no longer counted as available.
 */
export function priceLines(
  lines: readonly StoredLine[],
  quotes: ReadonlyMap<string, VariantQuote>,
  hasReserved: boolean,
  agreed: ReadonlyMap<string, AgreedLine>,
): PricedLine[] {
  const units = unitsToReserve(lines, agreed);
  return lines.map((line, index) => {
    const quote = agreedQuote(quotes.get(line.variantId), agreed.get(line.id), line);
    const title = quote?.variant?.title ?? line.remembered.title;
    const fault = unsaleable(quote, title);
    const price = fault ? undefined : quote?.price;
    const amount = (price?.amount ?? 0) * line.quantity;
    const isTooMuch = amount > mostMinorUnits;
    const tooMuch: Fault = {
      ...{ field: 'quantity', code: 'amount_too_large', message: `"${title}" costs more than a line can.` },
      hint: 'Lower the quantity.',
    };
    const scarce =
      quote && !fault && !hasReserved
        ? outOfStock(quote, units.get(line.variantId) ?? line.quantity, title)
        : undefined;
    const faults = [fault, isTooMuch ? tooMuch : undefined, scarce].filter((found) => found !== undefined);
    return {
      ...{ line, quote },
      unitAmount: price && !isTooMuch ? price.amount : null,
      amount: isTooMuch ? 0 : amount,
      problems: faults.map(({ field, code, message, hint }) => ({
        ...{ pointer: `/lines/${index}/${field}`, code, message, hint, blocks: 'checkout' as const },
      })),
    };
  });
}
