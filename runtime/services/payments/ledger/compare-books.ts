import type { Static } from 'typebox';
import type { LedgerReconciliation } from '../../../contract/payments/ledger.ts';
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

/** Where a payment, our books and the provider do not say the same. */
export function compareBooks({
  paymentId,
  providerReference,
  currency,
  payment,
  ledger,
  provider,
}: Books): LedgerDifference[] {
  const of = { paymentId, providerReference, currency };
  const figures = ['captured', 'refunded'] as const;
  return figures.flatMap((figure): LedgerDifference[] => [
    ...(payment[figure] === provider[figure]
      ? []
      : [
          {
            ...{ ...of, kind: figure, ours: payment[figure], theirs: provider[figure], hint: refresh },
            message: `We have ${payment[figure]} ${figure}, the provider ${provider[figure]}.`,
          },
        ]),
    ...(payment[figure] === ledger[figure]
      ? []
      : [
          {
            ...{
              ...of,
              kind: 'ledger' as const,
              ours: ledger[figure],
              theirs: payment[figure],
              hint: report,
            },
            message: `The ledger has ${ledger[figure]} ${figure}, the payment ${payment[figure]}.`,
          },
        ]),
  ]);
}
