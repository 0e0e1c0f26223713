import { decimalOf, minorUnits } from '../../runtime/money/index.ts';
import { usage } from '../cli-error.ts';

export interface MoneyAmount {
  readonly amount: number;
  readonly currency: string;
}

/** `49.99 EUR`: the same everywhere, and easy to cut out. */
export function moneyText({ amount, currency }: MoneyAmount): string {
  return `${decimalOf(amount, currency)} ${currency}`;
}

/** What stands behind `--amount`, in minor units of the order's currency. */
export function amountOf(text: string, currency: string): number {
  const amount = minorUnits(text, currency);
  if (typeof amount === 'number' && amount > 0) return amount;
  throw usage('bad_amount', `--amount ${typeof amount === 'string' ? amount : 'must be more than 0.'}`, {
    fix: `Write it in ${currency}, as 12.50.`,
  });
}
