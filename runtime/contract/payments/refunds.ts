import Type from 'typebox';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, object, pageOf, pageSize } from '../schema/primitives.ts';
import {
  disputeId,
  PaymentDispute,
  PaymentRefund,
  PositiveMoney,
  paymentId,
  paymentTexts,
  refundId,
  refundReasons,
} from './payment-schemas.ts';
import { paymentProblems } from './problems.ts';

const DisputeEvidence = object(
  'DisputeEvidence',
  {
    customerName: Type.Optional(Type.String({ maxLength: 255 })),
    customerEmailAddress: Type.Optional(Type.String({ maxLength: 255 })),
    productDescription: Type.Optional(Type.String({ maxLength: 20_000 })),
    shippingCarrier: Type.Optional(Type.String({ maxLength: 255 })),
    shippingTrackingNumber: Type.Optional(Type.String({ maxLength: 255 })),
    shippingDate: Type.Optional(Type.String({ maxLength: 64 })),
    uncategorizedText: Type.Optional(Type.String({ maxLength: 20_000, description: 'Anything else.' })),
  },
  { description: 'Why the payment was right.' },
);

const answering = [
  problems.notFound,
  paymentProblems.disputeClosed,
  paymentProblems.methodUnavailable,
  paymentProblems.providerFailed,
  paymentProblems.providerRefused,
];

export const refundOperations = defineOperations({
  'payments.payments.refund': {
    summary: 'Give money back',
    description:
      'All that is left unless an amount is given; several refunds may follow one another. The same `id`, or the ' +
      'same `reference` unless it failed, is the same refund.',
    http: 'POST /v1/payments/{paymentId}/refunds',
    graphql: 'mutation refundPayment',
    scopes: ['payments:write'],
    input: Type.Object({
      id: Type.Optional(refundId),
      paymentId,
      amount: Type.Optional(PositiveMoney),
      reason: Type.Optional(Type.Enum([...refundReasons])),
      note: Type.Optional(paymentTexts.note),
      reference: Type.Optional(paymentTexts.reference),
    }),
    output: PaymentRefund,
    status: 201,
    errors: [
      problems.notFound,
      problems.invalidInput,
      problems.alreadyExists,
      paymentProblems.paymentState,
      paymentProblems.paymentInProgress,
      paymentProblems.paymentAmount,
      paymentProblems.methodUnavailable,
      paymentProblems.providerFailed,
    ],
    effect: 'steps',
  },
  'payments.refunds.list': {
    summary: 'List refunds, newest first',
    http: 'GET /v1/refunds',
    graphql: 'query refunds',
    scopes: ['payments:read'],
    input: Type.Object({ paymentId: Type.Optional(paymentId), pageSize, after }),
    output: pageOf(PaymentRefund),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'payments.refunds.get': {
    summary: 'Get a refund',
    http: 'GET /v1/refunds/{refundId}',
    graphql: 'query refund',
    scopes: ['payments:read'],
    input: Type.Object({ refundId }),
    output: PaymentRefund,
    errors: [problems.notFound],
    effect: 'read',
  },
  'payments.disputes.list': {
    summary: 'List disputes, newest first',
    http: 'GET /v1/disputes',
    graphql: 'query disputes',
    scopes: ['payments:read'],
    input: Type.Object({ paymentId: Type.Optional(paymentId), pageSize, after }),
    output: pageOf(PaymentDispute),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'payments.disputes.get': {
    summary: 'Get a dispute',
    http: 'GET /v1/disputes/{disputeId}',
    graphql: 'query dispute',
    scopes: ['payments:read'],
    input: Type.Object({ disputeId }),
    output: PaymentDispute,
    errors: [problems.notFound],
    effect: 'read',
  },
  'payments.disputes.submitEvidence': {
    summary: 'Contest a dispute',
    description: 'Once: what was submitted can not be taken back.',
    http: 'POST /v1/disputes/{disputeId}/evidence',
    graphql: 'mutation submitDisputeEvidence',
    scopes: ['payments:write'],
    input: Type.Object({ disputeId, evidence: DisputeEvidence }),
    output: PaymentDispute,
    errors: answering,
    effect: 'steps',
  },
  'payments.disputes.accept': {
    summary: 'Accept a dispute',
    description: 'The money is lost.',
    http: 'POST /v1/disputes/{disputeId}/accept',
    graphql: 'mutation acceptDispute',
    scopes: ['payments:write'],
    input: Type.Object({ disputeId }),
    output: PaymentDispute,
    errors: answering,
    effect: 'steps',
  },
});

export const refundResources = [
  resource({
    name: 'PaymentRefund',
    schema: PaymentRefund,
    relations: {
      payment: {
        kind: 'one',
        resource: 'Payment',
        field: 'paymentId',
        description: 'What it was paid with.',
      },
    },
  }),
  resource({
    name: 'PaymentDispute',
    schema: PaymentDispute,
    relations: {
      payment: { kind: 'one', resource: 'Payment', field: 'paymentId', description: 'What is objected to.' },
    },
  }),
];
