import type { HandlersOf } from '../../../context/service.ts';
import type { PaymentOperations } from '../../../contract/payments/index.ts';
import { listPage } from '../../../lists/index.ts';
import type { PaymentPorts } from '../ports.ts';
import { ledgerTransactions, presentTransaction } from './ledger-transaction.ts';
import { reconcile } from './reconcile.ts';

type LedgerOperation = `payments.ledger.${'list' | 'reconcile'}`;

/** Handlers of the books, in the contract's order. */
export function ledgerHandlers(ports: PaymentPorts): Pick<HandlersOf<PaymentOperations>, LedgerOperation> {
  return {
    async 'payments.ledger.list'(context, { paymentId, ...page }) {
      const where = { group: paymentId === undefined ? '*' : `payment:${paymentId}` };
      const range = { index: 'byCreated', where, direction: 'descending' as const };
      const listed = await listPage(context, 'payments.ledger.list', ledgerTransactions, range, page);
      return { ...listed, data: listed.data.map(presentTransaction) };
    },

    async 'payments.ledger.reconcile'(context, input) {
      return reconcile(context, ports, input);
    },
  };
}
