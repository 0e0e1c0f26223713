import Type from 'typebox';
import Value from 'typebox/value';
import type { ItemTax, TaxableItem, TaxRequest } from './tax-engine.ts';

const minorUnits = Type.Integer({ minimum: 0 });

const TaxAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      net: minorUnits,
      tax: minorUnits,
      rate: Type.Number({ minimum: 0, maximum: 1000 }),
      name: Type.Union([Type.String({ minLength: 1, maxLength: 128 }), Type.Null()]),
    }),
  ),
});

/** The same for the same sale: lines are told by their places, for a quote gives them new ids each time. */
export function taxQuestion({ currency, destination, isExempt, items }: TaxRequest): object {
  return {
    type: 'taxes.calculate',
    ...{ currency, destination, isExempt },
    items: items.map(({ kind, amount, includesTax, taxClass }) => ({ kind, amount, includesTax, taxClass })),
  };
}

/** Why an item's tax is none, in words; undefined where it is one. */
function faultOf({ amount, includesTax }: TaxableItem, isExempt: boolean, net: number, tax: number) {
  if (isExempt && tax !== 0) return 'has a tax, and the customer is exempt.';
  if (!includesTax && net !== amount) return `has the net ${net}, and its price without tax is ${amount}.`;
  if (includesTax && !isExempt && net + tax !== amount)
    return `has ${net} + ${tax}, and its price with tax is ${amount}.`;
  return net > amount ? `has the net ${net}, which is more than its price.` : undefined;
}

/** The taxes that an engine answered, or what is wrong with the answer. */
export function readTaxAnswer(
  { items, isExempt }: TaxRequest,
  body: unknown,
): { readonly taxes: readonly ItemTax[] } | { readonly fault: string } {
  if (!Value.Check(TaxAnswer, body)) {
    const [fault] = Value.Errors(TaxAnswer, body);
    return { fault: `${fault?.instancePath || 'it'} ${fault?.message}.` };
  }
  if (body.items.length !== items.length)
    return { fault: `it has ${body.items.length} items, and was asked for ${items.length}.` };
  const taxes: ItemTax[] = [];
  for (const [index, item] of items.entries()) {
    const told = body.items[index];
    if (!told) return { fault: `/items/${index} is missing.` };
    const { net, tax, rate, name } = told;
    const fault = faultOf(item, isExempt, net, tax);
    if (fault) return { fault: `/items/${index} ${fault}` };
    taxes.push({ id: item.id, taxed: { net, tax, gross: net + tax }, rate, name });
  }
  return { taxes };
}
