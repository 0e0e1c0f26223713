import type { Body } from './ask.ts';

/** Something that an attribute takes; undefined for a reference, of which only the test knows to what. */
function sampleValue({ type, values, minimum, maximum }: Body, number: number, currency: string): unknown {
  switch (type) {
    case 'number':
      return minimum ?? Math.min(number, maximum ?? number);
    case 'boolean':
      return true;
    case 'enum':
      return values[0];
    case 'date':
      return '2026-01-01';
    case 'money':
      return { amount: 100, currency };
    case 'reference':
      return undefined;
    default:
      return `Sample ${number}`;
  }
}

/** Values for what a product type can't do without; undefined where one of them has to be known. */
export function sampleAttributes(
  productType: Body,
  level: 'product' | 'variant',
  number: number,
  currency: string,
): Readonly<Record<string, unknown>> | undefined {
  const needed: Body[] = productType.attributes.filter((each: Body) => each.required && each.level === level);
  const entries = needed.map((each) => {
    const value = sampleValue(each, number, currency);
    return [each.name, each.list && value !== undefined ? [value] : value] as const;
  });
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}
