import Type, { type Static } from 'typebox';

const text = Type.Record(Type.String(), Type.String());

/** One call that a storefront made. Names in braces stand for values that an earlier answer gave. */
export const RecordedCall = Type.Object(
  {
    operation: Type.String({ description: 'Its id in the contract, or `graphql`.' }),
    request: Type.String({ description: '`POST /v1/carts/{cart_1}/lines`' }),
    key: Type.Enum(['publishable', 'secret', 'none']),
    headers: Type.Optional(text),
    query: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]))),
    body: Type.Optional(Type.Unknown()),
    status: Type.Integer(),
    problem: Type.Optional(Type.String({ description: 'The code of a refusal.' })),
    gives: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'What later calls send again: its name, and where the answer has it.',
      }),
    ),
    answer: Type.Optional(Type.Unknown({ description: 'What can be relied on of its body.' })),
  },
  { additionalProperties: false },
);
export type RecordedCall = Static<typeof RecordedCall>;

export const CallsFile = Type.Object(
  {
    format: Type.Literal('headlesspro-calls'),
    version: Type.Literal(1),
    calls: Type.Array(RecordedCall),
  },
  { additionalProperties: false },
);
export type CallsFile = Static<typeof CallsFile>;

/** The same for the same calls: no times, and every name in its place. */
export function callsText(calls: readonly RecordedCall[]): string {
  return `${JSON.stringify({ format: 'headlesspro-calls', version: 1, calls }, undefined, 2)}\n`;
}
