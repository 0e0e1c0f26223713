import Type from 'typebox';
import { AddressInput } from '../checkout/addresses.ts';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import {
  after,
  Country,
  identifier,
  Money,
  nullable,
  object,
  pageOf,
  pageSize,
  resourceFields,
  Timestamp,
} from '../schema/primitives.ts';
import { fraudProblems } from './problems.ts';

const assessmentId = identifier('fra', 'fraud assessment');
const cartId = identifier('cart', 'cart');
const orderId = identifier('ord', 'order');
const score = Type.Integer({ minimum: 0, maximum: 100 });

const FraudReason = object(
  'FraudReason',
  {
    rule: Type.String({ description: 'Name of the rule in the config.' }),
    points: Type.Integer({ description: 'What the rule added to the score.' }),
    message: Type.String({ description: 'What it found, for staff.' }),
  },
  { description: 'A rule that had something to say.' },
);

const FraudVerdict = object(
  'FraudVerdict',
  {
    decidedBy: Type.String({ description: 'Id of the key that decided.' }),
    reviewer: nullable(Type.String({ description: 'The person, as the caller named them.' })),
    decidedAt: Timestamp,
    note: nullable(Type.String()),
  },
  { description: 'What a person decided, and why.' },
);

const states = ['allowed', 'in_review', 'blocked', 'approved', 'declined'] as const;

export const FraudAssessment = object(
  'FraudAssessment',
  {
    ...resourceFields('fra', 'fraud assessment'),
    cartId: nullable(cartId),
    orderId: nullable(orderId),
    amount: Money,
    score: { ...score, description: 'Points of all reasons, 100 at most.' },
    decision: Type.Enum(['allow', 'review', 'block'], { description: 'What the thresholds make of it.' }),
    state: Type.Enum([...states], {
      description: '`in_review` until a person approves or declines.',
    }),
    reasons: Type.Array(FraudReason),
    verdict: nullable(FraudVerdict),
  },
  { description: 'How likely a purchase is fraud, why, and what was decided.' },
);

const Payment = object('FraudPaymentInput', {
  provider: Type.String({ minLength: 1, maxLength: 64 }),
  fingerprint: Type.Optional(
    nullable(
      Type.String({ maxLength: 255, description: "The provider's name for the card, not its number." }),
    ),
  ),
  country: Type.Optional(nullable(Country)),
  riskScore: Type.Optional(nullable(score)),
});

const verdictInput = {
  assessmentId,
  reviewer: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'Who decides.' })),
  note: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'Why.' })),
};
const verdictErrors = [problems.notFound, fraudProblems.assessmentState, problems.versionConflict];

export const fraudOperations = defineOperations({
  'fraud.assessments.list': {
    summary: 'List fraud assessments, newest first',
    description: 'With `state=in_review`: those that wait for a person.',
    http: 'GET /v1/fraud/assessments',
    graphql: 'query fraudAssessments',
    scopes: ['fraud:read'],
    input: Type.Object({
      state: Type.Optional(Type.Enum([...states])),
      orderId: Type.Optional(orderId),
      pageSize,
      after,
    }),
    output: pageOf(FraudAssessment),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'fraud.assessments.get': {
    summary: 'Get a fraud assessment',
    http: 'GET /v1/fraud/assessments/{assessmentId}',
    graphql: 'query fraudAssessment',
    scopes: ['fraud:read'],
    input: Type.Object({ assessmentId }),
    output: FraudAssessment,
    errors: [problems.notFound],
    effect: 'read',
  },
  'fraud.assessments.create': {
    summary: 'Assess a purchase',
    description:
      'Weighs it by the rules of the config. The checkout does this when a cart is completed; do it yourself for ' +
      'purchases that come from elsewhere. E-mail and IP addresses are kept as keyed digests alone, to be counted.',
    http: 'POST /v1/fraud/assessments',
    graphql: 'mutation createFraudAssessment',
    scopes: ['fraud:write'],
    input: Type.Object({
      id: Type.Optional(assessmentId),
      cartId: Type.Optional(nullable(cartId)),
      orderId: Type.Optional(nullable(orderId)),
      amount: Money,
      email: Type.Optional(nullable(Type.String({ maxLength: 320 }))),
      ip: Type.Optional(
        nullable(
          Type.String({
            maxLength: 45,
            description: "The shopper's address; that of the request, where a publishable key asks.",
          }),
        ),
      ),
      billingAddress: Type.Optional(nullable(AddressInput)),
      shippingAddress: Type.Optional(nullable(AddressInput)),
      payment: Type.Optional(nullable(Payment)),
    }),
    output: FraudAssessment,
    status: 201,
    errors: [problems.alreadyExists],
    effect: 'write',
    example: {
      amount: { amount: 24900, currency: 'EUR' },
      email: 'ada@example.com',
      ip: '203.0.113.7',
      billingAddress: { country: 'DE' },
      shippingAddress: { country: 'PT' },
      payment: { provider: 'stripe', country: 'US', riskScore: 42 },
    },
  },
  'fraud.assessments.approve': {
    summary: 'Approve a purchase under review',
    http: 'POST /v1/fraud/assessments/{assessmentId}/approve',
    graphql: 'mutation approveFraudAssessment',
    scopes: ['fraud:write'],
    input: Type.Object(verdictInput),
    output: FraudAssessment,
    errors: verdictErrors,
    effect: 'write',
  },
  'fraud.assessments.decline': {
    summary: 'Decline a purchase under review',
    http: 'POST /v1/fraud/assessments/{assessmentId}/decline',
    graphql: 'mutation declineFraudAssessment',
    scopes: ['fraud:write'],
    input: Type.Object(verdictInput),
    output: FraudAssessment,
    errors: verdictErrors,
    effect: 'write',
  },
});

export const fraudEvents = [
  defineEvent({ type: 'fraud.assessed', summary: 'A purchase was assessed.', data: FraudAssessment }),
  defineEvent({
    type: 'fraud.approved',
    summary: 'A person approved a purchase under review.',
    data: FraudAssessment,
    isPersonal: true,
  }),
  defineEvent({
    type: 'fraud.declined',
    summary: 'A person declined a purchase under review.',
    data: FraudAssessment,
    isPersonal: true,
  }),
];

export const fraudAssessmentResource = resource({
  name: 'FraudAssessment',
  schema: FraudAssessment,
  relations: {},
});
