import type { Money } from '../money/format-money.ts';
import type { PricedLine } from './load-cart.ts';

/** What the lines that have a price come to. `quantities` may be newer than the prices. */
export function subtotalOf(
  lines: readonly PricedLine[],
  quantities: ReadonlyMap<string, number>,
  currency: string,
): Money {
  const amounts = lines.map(
    ({ line, variant }) => (variant?.price?.amount ?? 0) * (quantities.get(line.variantId) ?? 0),
  );
  return { amount: amounts.reduce((sum, amount) => sum + amount, 0), currency };
}
