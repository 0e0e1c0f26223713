import { insert, resource } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';

interface FeeDetail {
  readonly amount: number;
  readonly application: null;
  readonly currency: string;
  readonly description: string;
  readonly type: 'stripe_fee';
}

export interface BalanceTransaction {
  readonly id: string;
  readonly object: 'balance_transaction';
  readonly amount: number;
  readonly available_on: number;
  readonly balance_type: 'payments';
  readonly created: number;
  readonly currency: string;
  readonly description: string | null;
  readonly exchange_rate: null;
  readonly fee: number;
  readonly fee_details: readonly FeeDetail[];
  readonly net: number;
  readonly reporting_category: string;
  readonly source: string;
  readonly status: 'available' | 'pending';
  readonly type: 'charge' | 'refund' | 'refund_failure' | 'adjustment';
}

export const balanceTransactions = resource<BalanceTransaction>({
  type: 'balance_transaction',
  noun: 'balance transaction',
  prefix: 'txn_3',
  listedBy: ['source', 'type', 'currency'],
  references: ['source'],
});

const dayInSeconds = 24 * 60 * 60;
/** Until money that came in can be paid out. */
const settlementDays = 2;

/** 2.9 % and 30 minor units, the percentage rounded half up. */
export function processingFee(amount: number): number {
  return Math.round((amount * 29) / 1000) + 30;
}

export interface Movement {
  readonly amount: number;
  readonly currency: string;
  readonly fee: number;
  readonly feeDescription?: string;
  readonly description: string | null;
  readonly source: string;
  readonly type: BalanceTransaction['type'];
  readonly category: string;
  readonly isAvailableAtOnce?: boolean;
}

/** Writes a movement of money. It becomes available when its day has come: `presentTransaction`. */
export async function move(work: Work, movement: Movement): Promise<BalanceTransaction> {
  const { amount, currency, fee, description, source, type, category } = movement;
  const { feeDescription = 'Stripe processing fees', isAvailableAtOnce = amount < 0 } = movement;
  const detail: FeeDetail = {
    ...{ amount: fee, application: null, currency, description: feeDescription, type: 'stripe_fee' },
  };
  return insert(
    work,
    balanceTransactions,
    {
      ...{ id: balanceTransactions.newId(), object: 'balance_transaction', amount },
      available_on: work.now + (isAvailableAtOnce ? 0 : settlementDays * dayInSeconds),
      ...{ balance_type: 'payments', created: work.now, currency, description, exchange_rate: null, fee },
      ...{ fee_details: fee === 0 ? [] : [detail], net: amount - fee, reporting_category: category, source },
      ...{ status: isAvailableAtOnce ? 'available' : 'pending', type },
    },
    {},
  );
}

/** As it is answered at a moment. */
export function presentTransaction(transaction: BalanceTransaction, now: number): BalanceTransaction {
  return { ...transaction, status: transaction.available_on <= now ? 'available' : 'pending' };
}
