import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode, valueFromASTUntyped } from 'graphql';

function refuse(scalar: string, expected: string, value: unknown): GraphQLError {
  return new GraphQLError(`${scalar} must be ${expected}, not ${JSON.stringify(value)}.`);
}

/** A string of a format. Answers come from our own handlers in that format, so they pass as they are. */
function formatted(
  name: string,
  pattern: RegExp,
  expected: string,
  specifiedByURL: string,
  description: string,
) {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value))) return value;
    throw refuse(name, expected, value);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : print(node)),
  });
}

export function createScalars() {
  const parseLong = (value: unknown): number => {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw refuse('Long', 'a whole number between -(2^53 - 1) and 2^53 - 1', value);
  };
  return {
    Long: new GraphQLScalarType({
      name: 'Long',
      description:
        'A whole number beyond 32 bits, sent as a JSON number: exact between -(2^53 - 1) and 2^53 - 1.',
      serialize: (value) => value,
      parseValue: parseLong,
      parseLiteral: (node) => parseLong(node.kind === Kind.INT ? Number(node.value) : print(node)),
    }),
    DateTime: formatted(
      'DateTime',
      /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,
      'a date and time such as "2026-11-23T10:00:00Z"',
      'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
      'A date and time as RFC 3339 writes it: 2026-11-23T10:00:00Z. Answers are in UTC.',
    ),
    Date: formatted(
      'Date',
      /^\d{4}-\d\d-\d\d$/,
      'a date such as "2026-11-23"',
      'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
      'A calendar date as RFC 3339 writes it: 2026-11-23.',
    ),
    JSON: new GraphQLScalarType({
      name: 'JSON',
      description: 'Any JSON value; the description of the field says which.',
      serialize: (value) => value,
      parseValue: (value) => value,
      parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
    }),
  };
}

export type Scalars = ReturnType<typeof createScalars>;
