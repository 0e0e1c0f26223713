import Type from 'typebox';
import { callbackTypes } from '../../config/integration-schema.ts';
import { identifier, nullable, object, resourceFields, Timestamp } from '../schema/primitives.ts';

export const callbackStates = ['received', 'applied', 'ignored', 'failed'] as const;
export const integrationKinds = ['fulfilment', 'erp'] as const;

export const callbackId = identifier('icb', 'callback');
export const reconciliationId = identifier('irc', 'reconciliation');
export const integrationKey = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Key of an integration in headlesspro.config.ts: `warehouse`.',
});

export const Integration = object(
  'Integration',
  {
    key: integrationKey,
    kind: Type.Enum([...integrationKinds]),
    url: nullable(Type.String({ description: 'Null for the simulator.' })),
    callbackPath: Type.String({
      description: "Where the partner sends its callbacks, below the platform's URL.",
    }),
    endpointKey: Type.String({
      description: 'Key of the webhook endpoint whose deliveries are what is sent: `integration:warehouse`.',
    }),
    locationIds: Type.Array(Type.String(), { description: 'Locations whose stock it keeps.' }),
    sends: Type.Array(Type.String(), { description: 'Events that it is told of.' }),
    receives: Type.Array(Type.Enum([...callbackTypes])),
    tellsStock: Type.Boolean({ description: 'Whether its whole stock can be read.' }),
    failedCallbacks: Type.Integer({ description: 'Callbacks that could not be applied, counted to 1,000.' }),
    lastCallbackAt: nullable(Timestamp),
  },
  { description: 'A warehouse or an ERP that the configuration declares.' },
);

const summary = {
  ...resourceFields('icb', 'callback'),
  integration: integrationKey,
  messageId: Type.String({
    description: 'The `webhook-id` that it came with: the same again is not applied again.',
  }),
  type: nullable(Type.Enum([...callbackTypes], { description: 'What it means; null before that is known.' })),
  state: Type.Enum([...callbackStates], {
    description:
      '`received` until it is applied; `ignored` where it changes nothing (no rule takes it, or it is old news); `failed` ' +
      'where it could not be applied: then `reason` says why.',
  }),
  reason: nullable(Type.String()),
  orderId: nullable(Type.String({ description: 'The order that it was about.' })),
  timesReceived: Type.Integer({ minimum: 1 }),
  attempts: Type.Integer({ minimum: 0 }),
  receivedAt: Timestamp,
  appliedAt: nullable(Timestamp),
};

export const IntegrationCallbackSummary = object('IntegrationCallbackSummary', summary, {
  description: 'A callback without what it says.',
});

export const IntegrationCallback = object(
  'IntegrationCallback',
  {
    ...summary,
    body: Type.String({ description: 'As it came.' }),
    data: nullable(Type.String({ description: 'What it says once it is mapped, as JSON; null before.' })),
  },
  { description: 'What a partner sent, and what became of it.' },
);

export const StockDifference = object(
  'IntegrationStockDifference',
  {
    sku: Type.String(),
    locationId: Type.String(),
    kind: Type.Enum(['differs', 'missing_here', 'missing_there'], {
      description: 'Both have it and count differently; only the partner has it; only we have it.',
    }),
    here: nullable(Type.Integer({ description: 'Units on hand by our count.' })),
    there: nullable(Type.Integer({ description: "Units on hand by the partner's count." })),
  },
  { description: "Where our count and the partner's are not the same." },
);

const counts = {
  ...resourceFields('irc', 'reconciliation'),
  integration: integrationKey,
  state: Type.Enum(['agrees', 'differs', 'failed']),
  reason: nullable(Type.String({ description: 'Why it failed.' })),
  startedAt: Timestamp,
  compared: Type.Integer({ description: 'Pairs of SKU and location that either side has.' }),
  differenceCount: Type.Integer(),
};

export const IntegrationReconciliationSummary = object('IntegrationReconciliationSummary', counts, {
  description: 'A comparison of the whole stock, without its differences.',
});

export const IntegrationReconciliation = object(
  'IntegrationReconciliation',
  {
    ...counts,
    differences: Type.Array(StockDifference, {
      description: 'The first 1,000, by SKU; `differenceCount` says how many there are.',
    }),
  },
  { description: 'The whole stock of a partner beside ours. It changes neither.' },
);
