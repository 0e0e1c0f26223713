import type { Static } from 'typebox';
import type { LedgerTransaction as LedgerTransactionSchema } from '../../../contract/payments/ledger.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import { feesByCurrency } from './merge-fees.ts';
import type { Movement, MovementKind } from './movements.ts';

export type LedgerTransaction = Static<typeof LedgerTransactionSchema>;

/** A movement of money as it is kept; never changed. Amounts are minor units, positive is a debit. */
export interface StoredLedgerTransaction extends StoredDocument {
  readonly paymentId: string;
  readonly provider: string;
  readonly kind: MovementKind;
  readonly reference: string | null;
  readonly occurredAt: string;
  readonly currency: string;
  readonly entries: readonly { readonly account: string; readonly amount: number }[];
}

export const ledgerTransactions = collection<StoredLedgerTransaction>({
  name: 'ledger_transactions',
  indexes: {
    byCreated: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ paymentId, createdAt }) => [
        ['*', createdAt],
        [`payment:${paymentId}`, createdAt],
      ],
    },
  },
});

/** Which account is debited, and which credited. `provider` is what the provider owes us. */
const accounts = {
  capture: ['provider', 'sales'],
  refund: ['refunds', 'provider'],
  refund_failed: ['provider', 'refunds'],
  dispute_opened: ['disputes', 'provider'],
  dispute_won: ['provider', 'disputes'],
  dispute_lost: ['losses', 'disputes'],
  fee: ['fees', 'provider'],
  fee_returned: ['provider', 'fees'],
} as const satisfies Record<MovementKind, readonly [debit: string, credit: string]>;

/** A movement in two entries that add up to nothing. */
export function entriesOf({ kind, amount }: Movement, provider: string): StoredLedgerTransaction['entries'] {
  const [debit, credit] = accounts[kind];
  const account = (name: string) => (name === 'provider' ? `provider:${provider}` : name);
  return [
    { account: account(debit), amount },
    { account: account(credit), amount: -amount },
  ];
}

export interface LedgerFigures {
  readonly captured: number;
  readonly refunded: number;
  /** By currency: fees may be taken in another than the payment's. */
  readonly fees: Readonly<Record<string, number>>;
}

/** What was captured, refunded and kept by the provider, by the books alone. */
export function figuresOf(
  transactions: readonly Pick<StoredLedgerTransaction, 'entries' | 'currency'>[],
): LedgerFigures {
  const entries = transactions.flatMap(({ entries: own, currency }) =>
    own.map((entry) => ({ ...entry, currency })),
  );
  const of = (name: string) => entries.filter(({ account }) => account === name);
  const balanceOf = (name: string) => of(name).reduce((sum, { amount }) => sum + amount, 0);
  // `0 -` and not a minus sign, which would make -0 of nothing.
  return {
    captured: 0 - balanceOf('sales'),
    refunded: balanceOf('refunds'),
    fees: feesByCurrency(of('fees')),
  };
}

export function presentTransaction(transaction: StoredLedgerTransaction): LedgerTransaction {
  const { currency, entries, ...rest } = transaction;
  return {
    ...rest,
    entries: entries.map(({ account, amount }) => ({ account, amount: { amount, currency } })),
  };
}
