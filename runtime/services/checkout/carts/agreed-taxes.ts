import type { ItemTax } from '../taxes/tax-engine.ts';
import { taxOfAmount } from '../taxes/tax-of-amount.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import type { PricedLine } from './price-lines.ts';

/**
 * Taxes with agreed lines taxed as they were. Where lines go elsewhere than agreed, those whose product is gone keep
 * their rate all the same, unless nothing is taxed there: nobody knows their tax class any more.
 */
export function agreedTaxes(
  taxes: readonly ItemTax[],
  { lines: agreedLines, keepsTaxRates }: AgreedTerms,
  lines: readonly PricedLine[],
  off: ReadonlyMap<string, number>,
  isExempt: boolean,
): readonly ItemTax[] {
  if (agreedLines.size === 0) return taxes;
  const lineOf = new Map(lines.map((priced) => [priced.line.id, priced]));
  return taxes.map((tax) => {
    const agreed = agreedLines.get(tax.id);
    const priced = lineOf.get(tax.id);
    if (!agreed?.tax || !priced) return tax;
    const isKnown = (priced.quote?.variant ?? null) !== null;
    if (!keepsTaxRates && (isKnown || tax.name === null)) return tax;
    const { rate, name } = agreed.tax;
    const amount = priced.amount - (off.get(tax.id) ?? 0);
    const taxed = taxOfAmount(amount, agreed.includesTax, rate, isExempt);
    return { id: tax.id, taxed, name: keepsTaxRates ? name : tax.name, rate };
  });
}
