import { pointerSegment } from '../../../runtime/validation/index.ts';
import type { Finding } from '../verdict.ts';
import type { Kind, Property, Shape } from './shape.ts';

type Difference = Omit<Finding, 'check'>;

const words: Readonly<Record<Kind, string>> = {
  ...{ string: 'text', number: 'a number', boolean: 'true or false', null: 'null' },
  ...{ object: 'an object', array: 'a list' },
};

function kindWords(kinds: ReadonlySet<Kind>): string {
  return [...kinds].map((kind) => words[kind]).join(' or ') || 'something';
}

function mustBe(kinds: ReadonlySet<Kind>): string {
  return `must be ${kindWords(kinds)}.`;
}

function propertyDifferences(was: Property, is: Property | undefined, pointer: string): Difference[] {
  if (!is) {
    return was.isOptional ? [] : [{ expected: mustBe(was.shape.kinds), came: 'nothing', pointer }];
  }
  const isLost = is.isOptional && !was.isOptional;
  const lost = { expected: mustBe(was.shape.kinds), came: 'nothing, or null', pointer };
  return [...(isLost ? [lost] : []), ...compareShapes(was.shape, is.shape, pointer)];
}

/**
 * What can no longer be relied on, by JSON pointer; `*` in one stands for each item of a list, or each name. More than
 * there was is no difference.
 */
export function compareShapes(was: Shape, is: Shape, pointer = ''): Difference[] {
  const others = [...is.kinds].filter((kind) => !was.kinds.has(kind));
  if (was.kinds.size > 0 && others.length > 0)
    return [{ expected: mustBe(was.kinds), came: kindWords(new Set(others)), pointer }];
  const differences: Difference[] = [];
  if (is.kinds.has('object')) {
    for (const [name, property] of was.properties) {
      const named = is.values ? { shape: is.values, isOptional: true } : undefined;
      const place = `${pointer}/${pointerSegment(name)}`;
      differences.push(...propertyDifferences(property, is.properties.get(name) ?? named, place));
    }
  }
  if (was.values) {
    const all = [...is.properties].map(([name, { shape }]) => [pointerSegment(name), shape] as const);
    if (is.values) all.push(['*', is.values]);
    for (const [name, shape] of all)
      differences.push(...compareShapes(was.values, shape, `${pointer}/${name}`));
  }
  if (was.items && is.items) differences.push(...compareShapes(was.items, is.items, `${pointer}/*`));
  return differences;
}
