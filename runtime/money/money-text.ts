import { decimalOf } from './decimal.ts';

/** An amount in words of errors, logs and tables: `49.99 EUR`, the same in every locale. */
export function moneyText({
  amount,
  currency,
}: {
  readonly amount: number;
  readonly currency: string;
}): string {
  return `${decimalOf(amount, currency)} ${currency}`;
}
