import { minorUnits } from '../../runtime/money/index.ts';
import { usage } from '../cli-error.ts';

/** What stands behind `--amount`, in minor units of the order's currency. */
export function amountOf(text: string, currency: string): number {
  const amount = minorUnits(text, currency);
  if (typeof amount === 'number' && amount > 0) return amount;
  throw usage('bad_amount', `--amount ${typeof amount === 'string' ? amount : 'must be more than 0.'}`, {
    fix: `Write it in ${currency}, as 12.50.`,
  });
}
