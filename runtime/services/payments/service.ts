import { firstDue } from '../../clock/first-due.ts';
import type { Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { disputeHandlers } from './disputes/handlers.ts';
import { paymentDisputes } from './disputes/stored-dispute.ts';
import { ledgerHandlers } from './ledger/handlers.ts';
import { ledgerTransactions } from './ledger/ledger-transaction.ts';
import { manualProvider } from './manual/manual-provider.ts';
import { forgetNotices, noticeReceiver } from './notices/receive-notice.ts';
import { paymentNotices } from './notices/stored-notice.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { paymentHandlers } from './payments/handlers.ts';
import { loadPayments } from './payments/load-payments.ts';
import { resumePayments } from './payments/resume-payments.ts';
import { Settlements } from './payments/settlements.ts';
import { payments } from './payments/stored-payment.ts';
import { listRefunds, refundHandlers } from './refunds/handlers.ts';
import { paymentRefunds } from './refunds/stored-refund.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[payments, paymentRefunds, paymentDisputes, paymentNotices, ledgerTransactions],
] as unknown as readonly Collection[];

export interface PaymentsOptions {
  /** By the name that the config gives them; `manual` is there by itself. */
  readonly providers: Readonly<Record<string, PaymentProvider>>;
}

/** Payments, refunds, disputes and the books about them. */
export function createPaymentsService(options: PaymentsOptions): Service {
  const ports = {
    providers: { manual: manualProvider, ...options.providers },
    settlements: new Settlements(),
  };
  const hosted = Object.values(ports.providers).filter(({ isOffline }) => !isOffline);
  return {
    name: 'payments',
    collections,
    // Each handler is typed by its operation; the gateway hands over what the contract has validated.
    handlers: {
      ...paymentHandlers(ports),
      ...refundHandlers(ports),
      ...disputeHandlers(ports),
      ...ledgerHandlers(ports),
    } as Service['handlers'],
    batches: { 'payments.refunds.list': listRefunds },
    loaders: { Payment: loadPayments },
    subscriptions: [],
    schedules: {
      'payments.resume': {
        everySeconds: 5,
        runSteps: (context) => resumePayments(context, ports),
        nextDueAt: ({ store }) => firstDue(store, payments, 'byDue', { all: 1 }),
      },
      'payments.forget-notices': { everySeconds: 3600, run: forgetNotices },
    },
    receivers: Object.fromEntries(hosted.map(({ name }) => [name, noticeReceiver(ports, name)])),
  };
}
