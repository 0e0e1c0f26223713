import Type from 'typebox';

/** What can happen to a call. */
export const faultKinds = [
  ...(['latency', 'error', 'timeout', 'drop'] as const),
  ...(['rate_limit', 'malformed', 'repeat'] as const),
] as const;

const count = (description: string, maximum: number) => Type.Integer({ minimum: 1, maximum, description });

/** What it strikes: exactly one of `operation`, `provider`, `endpoint`. */
const target = {
  operation: Type.Optional(
    Type.String({
      description: 'An operation of the platform: `checkout.carts.complete`, `catalog.*`, `*`.',
    }),
  ),
  provider: Type.Optional(
    Type.String({ description: 'A simulated provider, as whoever asks it finds it: `stripe`.' }),
  ),
  route: Type.Optional(
    Type.String({
      description: 'One route of the provider, as its reference writes it: `POST /v1/payment_intents`.',
    }),
  ),
  endpoint: Type.Optional(
    Type.String({
      description:
        'A webhook endpoint by id or key, `integration:<key>` for a partner, `integration:*`, `*` for all of them; ' +
        '`taxes` or `carrier:<key>` for what is asked while a cart is worked out; ' +
        '`notices:<provider>` for what a simulated provider tells the platform by itself, `notices:*`.',
    }),
  ),
};

const chance = {
  when: Type.Optional(
    Type.Enum(['before', 'after'], {
      description:
        'Before the work is done, which then is not done, or after it: it is committed, and the answer is lost or ' +
        'comes late. `before` unless given, and `after` for `malformed`.',
    }),
  ),
  probability: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      description: 'How likely it is to strike; 1 unless given.',
    }),
  ),
  seed: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: 'Another seed strikes other calls of the same row; 0 unless given.',
    }),
  ),
  skip: Type.Optional(count('How many calls are let by first.', 1_000_000)),
  times: Type.Optional(
    count('How often it strikes before it is used up; without end unless given.', 1_000_000),
  ),
};

const kindSettings = {
  delay: Type.Optional(
    Type.String({
      description: 'Of `latency`: how long a call is held up, in real time, up to a minute: `800ms`, `2s`.',
    }),
  ),
  status: Type.Optional(
    Type.Integer({
      minimum: 400,
      maximum: 599,
      description: 'Of `error`: the HTTP status; 503 unless given, or that of `code`.',
    }),
  ),
  code: Type.Optional(
    Type.String({
      description: 'Of `error` at an operation: the problem that it answers with: `out_of_stock`.',
    }),
  ),
  retryAfter: Type.Optional(
    Type.String({ description: 'Of `rate_limit`: what `Retry-After` says, `1s` unless given.' }),
  ),
  copies: Type.Optional(
    Type.Integer({
      minimum: 2,
      maximum: 100,
      description: 'Of `repeat`: how often the same message is sent at once; 2 unless given.',
    }),
  ),
};

const kind = Type.Enum([...faultKinds], {
  description:
    '`latency` holds a call up, `error` answers with a failure, `timeout` never answers, `drop` closes the connection, ' +
    '`rate_limit` answers with 429 and `Retry-After`, `malformed` sends a body that is cut off, `repeat` sends a ' +
    'webhook several times.',
});

/** What is asked for. */
export const FaultInput = Type.Object({ kind, ...target, ...chance, ...kindSettings });

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** A fault as it stands. */
export const Fault = Type.Object({
  id: Type.String({ description: '`fault_1`' }),
  kind,
  operation: orNull(Type.String()),
  provider: orNull(Type.String()),
  route: orNull(Type.String()),
  endpoint: orNull(Type.String()),
  when: Type.Enum(['before', 'after']),
  probability: Type.Number(),
  seed: Type.Integer(),
  skip: Type.Integer(),
  times: orNull(Type.Integer()),
  delayMilliseconds: Type.Integer({ description: '0 but for `latency`.' }),
  status: Type.Integer({ description: 'Of the answer, of `error` and `rate_limit`; else 0.' }),
  code: orNull(Type.String({ description: 'The problem that an operation answers with.' })),
  retryAfterSeconds: Type.Integer({ description: '0 but for `rate_limit`.' }),
  copies: Type.Integer({ description: '1 but for `repeat`.' }),
  scenario: orNull(Type.String({ description: 'The scenario that set it.' })),
  calls: Type.Integer({ description: 'How many calls it was looked up for.' }),
  struck: Type.Integer({ description: 'How many of them it struck.' }),
});

export const Scenario = Type.Object({
  name: Type.String(),
  summary: Type.String(),
  faults: Type.Array(FaultInput),
});
