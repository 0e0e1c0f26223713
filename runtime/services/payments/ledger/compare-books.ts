import type { Static } from 'typebox';
import type { LedgerReconciliation } from '../../../contract/payments/ledger.ts';
import { moneyText } from '../../../money/index.ts';
import type { LedgerFigures } from './ledger-transaction.ts';

export type LedgerDifference = Static<typeof LedgerReconciliation>['differences'][number];

export interface Books {
  readonly paymentId: string;
  readonly providerReference: string | null;
  readonly currency: string;
  readonly payment: LedgerFigures;
  readonly ledger: LedgerFigures;
  readonly provider: LedgerFigures;
}

const refresh = 'Run payments.payments.refresh for it: it takes over what is true at the provider.';
const report = 'Please report it: the books are written with the payment, so this is a fault of ours.';

type Figure = 'captured' | 'refunded' | 'fees';

const words: Readonly<Record<Figure, string>> = {
  ...{ captured: 'captured', refunded: 'refunded', fees: 'in fees' },
};

interface Sides {
  readonly figure: Figure;
  readonly currency: string;
  readonly payment: number;
  readonly ledger: number;
  readonly provider: number;
}

/** Each figure on its three sides; fees in each currency that any side has. */
function sidesOf({ currency, payment, ledger, provider }: Books): Sides[] {
  const feeCurrencies = new Set([payment, ledger, provider].flatMap(({ fees }) => Object.keys(fees)));
  const amounts = (['captured', 'refunded'] as const).map((figure) => ({
    ...{ figure, currency, payment: payment[figure], ledger: ledger[figure], provider: provider[figure] },
  }));
  const fees = [...feeCurrencies].sort().map((unit) => ({
    ...{ figure: 'fees' as const, currency: unit, payment: payment.fees[unit] ?? 0 },
    ...{ ledger: ledger.fees[unit] ?? 0, provider: provider.fees[unit] ?? 0 },
  }));
  return [...amounts, ...fees];
}

/** Where a payment, our books and the provider do not say the same. */
export function compareBooks(books: Books): LedgerDifference[] {
  const { paymentId, providerReference } = books;
  return sidesOf(books).flatMap(({ figure, currency, payment, ledger, provider }): LedgerDifference[] => {
    const of = { paymentId, providerReference, currency };
    const word = words[figure];
    const text = (amount: number) => moneyText({ amount, currency });
    const toProvider = {
      ...{ ...of, kind: figure, ours: payment, theirs: provider, hint: refresh },
      message: `We have ${text(payment)} ${word}, the provider ${text(provider)}.`,
    };
    const toLedger = {
      ...{ ...of, kind: 'ledger' as const, ours: ledger, theirs: payment, hint: report },
      message: `The ledger has ${text(ledger)} ${word}, the payment ${text(payment)}.`,
    };
    return [...(payment === provider ? [] : [toProvider]), ...(payment === ledger ? [] : [toLedger])];
  });
}
