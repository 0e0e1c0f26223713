import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { defineOperations } from '../operation.ts';
import { defineProblems } from '../problem.ts';
import { problems } from '../problems.ts';
import { resource } from '../resource.ts';
import { after, identifier, nullable, object, pageOf, resourceFields } from '../schema/primitives.ts';

/*
 * How a store's configuration and catalog travel to another one (`hp push`). The caller reads the state as
 * fingerprints, reads the entries that differ, stages the changes of a plan, then applies the plan: one
 * transaction, refused where the store has changed since. Until then nothing of it can be seen.
 */

export const planProblems = defineProblems({
  planOutdated: {
    code: 'plan_outdated',
    status: 409,
    title: 'The store has changed since the plan was made.',
    hint: 'Make a new plan: `hp push` again. "details.changed" names what changed.',
    kind: 'conflict',
  },
  planState: {
    code: 'plan_state',
    status: 409,
    title: 'The plan was applied already.',
    hint: 'Make a new plan: `hp push` again.',
    kind: 'conflict',
  },
  planRefused: {
    code: 'plan_refused',
    status: 422,
    title: 'A change of the plan is not valid in this store.',
    hint: 'The detail names the entry; nothing of the plan was applied.',
    kind: 'caller',
  },
});

const planId = identifier('plan', 'plan');

/**
 * What a push carries from one store to another, in the order in which it can be created: a product needs its
 * categories, a list price its price list. Orders, stock, customers and how often promotions were used are a store's own
 * and never travel.
 */
export const entryKinds = [
  ...(['config', 'location', 'category', 'media', 'product', 'collection'] as const),
  ...(['price_list', 'list_price', 'promotion'] as const),
] as const;
const Kind = Type.Enum([...entryKinds], { description: 'What kind of entry it is.' });
const EntryId = Type.String({ minLength: 1, maxLength: 160 });
const Fingerprint = Type.String({ description: 'Changes exactly when the content does.' });
/** The content of an entry: the input of its create operation, as JSON. */
const Content = Type.Unsafe<unknown>({
  description: 'The entry as its create operation takes it; null for none.',
});

const StateEntry = object('StateEntry', { kind: Kind, id: EntryId, fingerprint: Fingerprint });

const EntryContent = object('EntryContent', {
  kind: Kind,
  id: EntryId,
  fingerprint: nullable(Fingerprint),
  content: Content,
});

const PlanChange = object('PlanChange', {
  kind: Kind,
  id: EntryId,
  action: Type.Enum(['create', 'update', 'delete']),
  expected: nullable(
    Type.String({ description: "The store's fingerprint that the change was planned against." }),
  ),
  content: Content,
  file: Type.Optional(Type.String({ description: 'For media: the file, in base64.' })),
});

export const Plan = object(
  'Plan',
  {
    ...resourceFields('plan', 'plan'),
    state: Type.Enum(['open', 'applied']),
    revision: Type.Integer({ description: "The store's revision that the plan was made against." }),
    changeCount: Type.Integer({ description: 'Changes staged so far.' }),
  },
  { description: 'Changes staged to be applied together.' },
);

export const planOperations = defineOperations({
  'store.state.getRevision': {
    summary: "Get the store's revision",
    description:
      'Rises with every change of what travels: configuration, catalog, promotions. Stock, carts and orders do not count.',
    http: 'GET /v1/store/revision',
    scopes: ['store:read'],
    input: Type.Object({}),
    output: object('Revision', { revision: Type.Integer() }),
    errors: [],
    effect: 'read',
  },
  'store.state.list': {
    summary: 'List what the store holds, as fingerprints',
    http: 'GET /v1/store/state',
    scopes: ['store:read', 'catalog:manage'],
    input: Type.Object({
      kind: Kind,
      pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 100 })),
      after,
    }),
    output: pageOf(StateEntry),
    errors: [problems.invalidCursor],
    effect: 'read',
  },
  'store.state.read': {
    summary: 'Read entries whole',
    http: 'POST /v1/store/state/read',
    scopes: ['store:read', 'catalog:manage'],
    input: Type.Object({
      entries: Type.Array(object('EntryReference', { kind: Kind, id: EntryId }), {
        minItems: 1,
        maxItems: 100,
      }),
    }),
    output: object('EntryContents', { entries: Type.Array(EntryContent) }),
    errors: [],
    effect: 'read',
  },
  'store.plans.create': {
    summary: 'Open a plan',
    http: 'POST /v1/store/plans',
    scopes: ['store:write'],
    input: Type.Object({ revision: Type.Integer({ minimum: 0 }) }),
    output: Plan,
    status: 201,
    errors: [],
    effect: 'write',
  },
  'store.plans.stage': {
    summary: 'Add changes to an open plan',
    http: 'POST /v1/store/plans/{planId}/changes',
    scopes: ['store:write'],
    input: Type.Object({ planId, changes: Type.Array(PlanChange, { minItems: 1, maxItems: 200 }) }),
    output: Plan,
    errors: [problems.notFound, planProblems.planState, problems.requestTooLarge],
    effect: 'write',
    maximumBodyBytes: 32 * 1024 * 1024,
  },
  'store.plans.apply': {
    summary: 'Apply a plan: all of it, or nothing',
    http: 'POST /v1/store/plans/{planId}/apply',
    scopes: ['store:write', 'catalog:write', 'inventory:write'],
    input: Type.Object({ planId }),
    output: Plan,
    errors: [problems.notFound, planProblems.planState, planProblems.planOutdated, planProblems.planRefused],
    effect: 'write',
  },
});

export const planResources = [
  resource({ name: 'Plan', schema: Plan, relations: {} }),
  resource({ name: 'StateEntry', schema: StateEntry, relations: {} }),
];

export const planEvents = [defineEvent({ type: 'plan.applied', summary: 'A plan was applied.', data: Plan })];
