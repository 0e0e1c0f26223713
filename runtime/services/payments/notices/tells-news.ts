import type { Standing } from '../payment-provider.ts';
import type { StoredPayment } from '../payments/stored-payment.ts';

type Recorded = Pick<StoredPayment, 'wanted' | 'authorized' | 'capturable' | 'captured'>;

/**
 * Whether a notice may know more of a payment than we do. Most tell of what we have just done ourselves. Captured amounts
 * only grow, so one that tells of less is old news.
 */
export function tellsNews({ wanted, authorized, capturable, captured }: Recorded, told: Standing): boolean {
  if (wanted !== null || told.status !== 'authorized' || authorized === 0) return true;
  if (told.captured < captured) return false;
  return told.captured !== captured || told.capturable !== capturable;
}
