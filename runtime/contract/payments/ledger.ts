import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import {
  after,
  Currency,
  identifier,
  Money,
  minorUnits,
  nullable,
  object,
  pageOf,
  pageSize,
  Timestamp,
} from '../schema/primitives.ts';
import { paymentId, paymentTexts } from './payment-schemas.ts';
import { paymentProblems } from './problems.ts';

export const ledgerKinds = [
  'capture',
  'refund',
  'refund_failed',
  'dispute_opened',
  'dispute_won',
  'dispute_lost',
  'fee',
  'fee_returned',
] as const;

const LedgerEntry = object('LedgerEntry', {
  account: Type.String({
    description: '`provider:stripe`, `sales`, `refunds`, `disputes`, `losses`, `fees`.',
  }),
  amount: { ...Money, description: 'Positive is a debit, negative a credit.' },
});

export const LedgerTransaction = object(
  'LedgerTransaction',
  {
    id: identifier('ltx', 'ledger transaction'),
    version: Type.Integer({ minimum: 1 }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    paymentId,
    provider: paymentTexts.provider,
    kind: Type.Enum([...ledgerKinds]),
    reference: nullable(
      Type.String({
        description: 'The refund or dispute it is about; of a fee, what the provider calls its cause.',
      }),
    ),
    occurredAt: Timestamp,
    entries: Type.Array(LedgerEntry, { description: 'They add up to nothing.' }),
  },
  { description: 'A movement of money, never changed.' },
);

const LedgerFigures = object('LedgerFigures', {
  currency: Currency,
  captured: minorUnits(),
  refunded: minorUnits(),
  net: minorUnits({ description: '`captured` − `refunded`.' }),
  fees: minorUnits({
    description: 'What the provider kept for itself, less what it gave back. Minor units.',
  }),
});

const LedgerDifference = object(
  'LedgerDifference',
  {
    paymentId: nullable(paymentId),
    providerReference: nullable(Type.String()),
    kind: Type.Enum([
      'captured',
      'refunded',
      'fees',
      'ledger',
      'missing_at_provider',
      'unknown_payment',
      'unreadable',
    ]),
    currency: Currency,
    ours: minorUnits(),
    theirs: minorUnits(),
    message: Type.String(),
    hint: Type.String({ description: 'What to do.' }),
  },
  { description: 'Where our books and those of the provider do not agree.' },
);

export const LedgerReconciliation = object(
  'LedgerReconciliation',
  {
    provider: paymentTexts.provider,
    comparison: Type.Enum(['listing', 'each_payment', 'own_records'], {
      description:
        '`listing`: each of ours was looked up there, and all that the provider lists was looked for here. ' +
        '`each_payment`: each of ours was looked up with its captures and refunds; the provider can not list what it ' +
        'has, so a payment that only it knows is not found. `own_records`: nobody else keeps books.',
    }),
    checked: Type.Integer({ description: 'Payments compared on this page.' }),
    isBalanced: Type.Boolean({ description: 'Whether nothing differs on this page.' }),
    ours: Type.Array(LedgerFigures, { description: 'Of this page, by currency.' }),
    theirs: Type.Array(LedgerFigures),
    differences: Type.Array(LedgerDifference),
    next: nullable(Type.String({ description: 'Pass it as `after` for the next page; null on the last.' })),
  },
  { description: 'Our books beside those of a provider.' },
);

export const ledgerOperations = defineOperations({
  'payments.ledger.list': {
    summary: 'List the movements of money, latest first',
    http: 'GET /v1/ledger',
    graphql: 'query ledger',
    scopes: ['payments:read'],
    input: Type.Object({ paymentId: Type.Optional(paymentId), pageSize, after }),
    output: pageOf(LedgerTransaction),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'payments.ledger.reconcile': {
    summary: 'Compare the ledger with a provider',
    description:
      'Asks the provider about every payment that was started in the period, or about one. What was captured, refunded ' +
      'and kept as fees must be the same in ours, in the ledger and in theirs; every difference is named, with what to ' +
      'do. Nothing is changed.',
    http: 'POST /v1/ledger/reconcile',
    graphql: 'mutation reconcileLedger',
    scopes: ['payments:read'],
    input: Type.Object({
      provider: paymentTexts.provider,
      paymentId: Type.Optional(paymentId),
      from: Type.Optional(Timestamp),
      to: Type.Optional(Timestamp),
      pageSize,
      after,
    }),
    output: LedgerReconciliation,
    errors: [
      problems.notFound,
      problems.invalidCursor,
      paymentProblems.methodUnavailable,
      paymentProblems.providerFailed,
    ],
    effect: 'steps',
  },
});
