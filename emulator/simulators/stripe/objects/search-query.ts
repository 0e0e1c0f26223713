import { badRequest, type StripeError } from '../stripe-error.ts';

/**
 * Stripe's query language: clauses joined by `AND` or by `OR` (not both), each `field:"value"`, `field~"part"`,
 * `field>number`, negated by `-`. `metadata["order"]:"1"` looks into metadata, `metadata["order"]:null` for a key
 * that is missing. Values in quotes may hold `\"`.
 *
 * @see https://docs.stripe.com/search#search-query-language
 */
const clause =
  /\s*(-?)([a-z_.]+)(?:\[(?:"([^"]+)"|'([^']+)')\])?\s*(:|~|>=|<=|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d+|null))/iy;
const joint = /\s+(AND|OR)\s+/iy;

type Test = (object: unknown) => boolean;

function malformed(query: string): StripeError {
  return badRequest(
    `We were unable to parse your search query: ${query}. See https://stripe.com/docs/search#search-query-language.`,
    { param: 'query' },
  );
}

function valueAt(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    object,
  );
}

function holds(actual: unknown, operator: string, wanted: string | null): boolean {
  if (wanted === null) return actual === undefined || actual === null;
  if (actual === undefined || actual === null) return false;
  switch (operator) {
    case ':':
      return String(actual).toLowerCase() === wanted.toLowerCase();
    case '~':
      return String(actual).toLowerCase().includes(wanted.toLowerCase());
    case '>':
      return Number(actual) > Number(wanted);
    case '>=':
      return Number(actual) >= Number(wanted);
    case '<':
      return Number(actual) < Number(wanted);
    default:
      return Number(actual) <= Number(wanted);
  }
}

function unescaped(text: string | undefined): string | undefined {
  return text?.replace(/\\(.)/g, '$1');
}

function testOf(match: RegExpExecArray): Test {
  const [, minus, field = '', quoted, single, operator = ':', text, other, bare] = match;
  const key = quoted ?? single;
  const path = key === undefined ? field.split('.') : [field, key];
  const wanted = bare === 'null' ? null : (unescaped(text) ?? unescaped(other) ?? bare ?? '');
  const test: Test = (object) => holds(valueAt(object, path), operator, wanted);
  return minus ? (object) => !test(object) : test;
}

/** A query as a question to an object. Throws what Stripe answers to one that can not be read. */
export function parseQuery(query: string): Test {
  const tests: Test[] = [];
  const joints = new Set<string>();
  let position = 0;
  for (;;) {
    clause.lastIndex = position;
    const match = clause.exec(query);
    if (!match) throw malformed(query);
    tests.push(testOf(match));
    position = clause.lastIndex;
    if (query.slice(position).trim() === '') break;
    joint.lastIndex = position;
    const word = joint.exec(query)?.[1];
    if (word === undefined) throw malformed(query);
    joints.add(word.toUpperCase());
    position = joint.lastIndex;
  }
  if (joints.size > 1) throw badRequest('A search query can not mix AND and OR.', { param: 'query' });
  const isAny = joints.has('OR');
  return (object) => (isAny ? tests.some((test) => test(object)) : tests.every((test) => test(object)));
}
