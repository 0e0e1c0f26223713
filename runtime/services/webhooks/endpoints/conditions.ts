import type { Static } from 'typebox';
import type { WebhookCondition } from '../../../contract/webhooks/index.ts';

export type Condition = Static<typeof WebhookCondition>;

/** All values at a path: several where it goes through a list, none where it leads nowhere. */
function valuesAt(data: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return data === undefined || data === null ? [] : [data];
  if (typeof data !== 'object' || data === null) return [];
  if (name === '*') return Object.values(data).flatMap((entry) => valuesAt(entry, rest));
  // Own properties alone: `constructor` is no data.
  return Object.hasOwn(data, name) ? valuesAt((data as Record<string, unknown>)[name], rest) : [];
}

type Comparison = (found: unknown, given: string) => boolean;

function byOrder(holds: (order: number) => boolean): Comparison {
  return (found, given) => {
    if (typeof found === 'number') {
      const number = Number(given);
      return given.trim() !== '' && Number.isFinite(number) && holds(found - number);
    }
    // Times in RFC 3339 and UTC are in the order of their text.
    if (typeof found !== 'string' || found === given) return typeof found === 'string' && holds(0);
    return holds(found < given ? -1 : 1);
  };
}

function isEqual(found: unknown, given: string): boolean {
  if (typeof found === 'number') return given.trim() !== '' && found === Number(given);
  return (typeof found === 'string' || typeof found === 'boolean') && String(found) === given;
}

function holdsText(test: (text: string, given: string) => boolean): Comparison {
  return (found, given) => {
    if (Array.isArray(found)) return found.some((entry) => isEqual(entry, given));
    return typeof found === 'string' && test(found, given);
  };
}

const comparisons: Readonly<Record<Condition['operator'], Comparison | undefined>> = {
  equals: isEqual,
  differs: isEqual,
  contains: holdsText((text, given) => text.includes(given)),
  starts_with: holdsText((text, given) => text.startsWith(given)),
  above: byOrder((order) => order > 0),
  at_least: byOrder((order) => order >= 0),
  below: byOrder((order) => order < 0),
  at_most: byOrder((order) => order <= 0),
  exists: undefined,
  missing: undefined,
};

function holds({ path, operator, values = [] }: Condition, data: unknown): boolean {
  const found = valuesAt(data, path.split('.'));
  const compare = comparisons[operator];
  if (!compare) return found.length > 0 === (operator === 'exists');
  const isAny = found.some((value) => values.some((given) => compare(value, given)));
  return operator === 'differs' ? !isAny : isAny;
}

/**
 * Whether the data of an event meets all conditions. Any of the values that a path leads to will do, and any of those
 * that are given; `differs` wants that none of them is equal.
 */
export function meetsConditions(conditions: readonly Condition[], data: unknown): boolean {
  return conditions.every((condition) => holds(condition, data));
}
