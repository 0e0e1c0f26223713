import { divideHalfEven, partsPerMillion } from '../../../money/index.ts';

/** An amount with its tax: net + tax = gross, exactly. Minor units. */
export interface TaxedAmount {
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
}

export const nothing: TaxedAmount = { net: 0, tax: 0, gross: 0 };

/**
 * The tax of a line's whole amount, rounded half to even, once. Who is exempt pays the net amount, also where the
 * price includes tax.
 */
export function taxOfAmount(
  amount: number,
  includesTax: boolean,
  percent: number,
  isExempt: boolean,
): TaxedAmount {
  const rate = partsPerMillion(percent);
  const whole = includesTax ? 1_000_000n + rate : 1_000_000n;
  const tax = divideHalfEven(BigInt(amount) * rate, whole);
  const net = includesTax ? amount - tax : amount;
  return isExempt ? { net, tax: 0, gross: net } : { net, tax, gross: net + tax };
}

export function addTaxed(amounts: readonly TaxedAmount[]): TaxedAmount {
  return amounts.reduce(
    (sum, { net, tax, gross }) => ({ net: sum.net + net, tax: sum.tax + tax, gross: sum.gross + gross }),
    nothing,
  );
}
