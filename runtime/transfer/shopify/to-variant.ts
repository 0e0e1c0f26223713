import { minorUnits } from '../../money/index.ts';
import type { AttributeFact } from '../store-facts.ts';
import { readAttribute } from './attribute-value.ts';
import type { Header } from './columns.ts';
import type { RowCells } from './row-cells.ts';
import { type WeightUnit, weightFromGrams, weightUnits } from './weight.ts';

type Values = Record<string, unknown>;

/** What rows are read with. */
export interface RowRules {
  readonly header: Header;
  /** The store's own, in which the plain price columns are. */
  readonly currency: string;
  /** Attributes of the product's type, by name. */
  readonly attributes: ReadonlyMap<string, AttributeFact>;
  readonly note: (text: string, line: number) => void;
}

/** Excel eats leading zeros, so exports put an apostrophe before what is all digits. */
function code(text: string): string | null {
  return text.replace(/^'(?=\d+$)/, '') || null;
}

function money(cells: RowCells, text: string, currency: string, field: string): number | undefined {
  if (text === '') return undefined;
  const amount = minorUnits(text, currency);
  if (typeof amount === 'number') return amount;
  cells.fault(field, amount);
  return undefined;
}

function readPrice(
  cells: RowCells,
  rules: RowRules,
  currency: string,
  price: { readonly at: number | undefined; readonly name: string },
  compareAt: { readonly at: number | undefined; readonly name: string },
): Values[] {
  const amount = money(cells, cells.at(price.at), currency, price.name);
  const before = money(cells, cells.at(compareAt.at), currency, compareAt.name) ?? 0;
  if (amount === undefined) return [];
  const isBelow = before !== 0 && before < amount;
  if (isBelow) rules.note(`"${compareAt.name}" was left out where it is below the price.`, cells.line);
  return [{ amount, currency, compareAtAmount: before === 0 || isBelow ? null : before }];
}

function readPrices(cells: RowCells, rules: RowRules): Values {
  const { header, currency } = rules;
  if (!cells.has('price') && header.prices.length === 0) return {};
  const named = (column: 'price' | 'compareAtPrice') => ({
    at: header.at.get(column),
    name: header.nameOf(column),
  });
  const own = readPrice(cells, rules, currency, named('price'), named('compareAtPrice'));
  const others = header.prices
    .filter((column) => column.currency !== currency || own.length === 0)
    .flatMap(({ currency: other, price, compareAt }) =>
      readPrice(
        cells,
        rules,
        other,
        { at: price, name: `Price / ${other}` },
        { at: compareAt, name: `Compare-at price / ${other}` },
      ),
    );
  return { prices: [...own, ...others] };
}

function readWeight(cells: RowCells): Values {
  if (!cells.has('grams')) return {};
  const value = cells.number('grams') ?? 0;
  const text = cells.text('weightUnit').toLowerCase() || 'g';
  const unit = weightUnits.find((known) => known === text);
  if (!unit) {
    cells.fault('weightUnit', `must be one of ${weightUnits.join(', ')}, not "${text}".`);
    return {};
  }
  // Nothing weighs nothing: Shopify writes 0 where no weight was given.
  return { weight: value === 0 ? null : weightFromGrams(value, unit as WeightUnit) };
}

const policies: Readonly<Record<string, string>> = {
  deny: 'track',
  continue: 'backorder',
  false: 'track',
  true: 'backorder',
  '': 'track',
};

function readPolicy(cells: RowCells): Values {
  const hasTracker = cells.has('inventoryTracker');
  if (!hasTracker && !cells.has('inventoryPolicy')) return {};
  if (hasTracker && cells.text('inventoryTracker') === '') return { inventoryPolicy: 'untracked' };
  const inventoryPolicy = policies[cells.text('inventoryPolicy').toLowerCase()];
  if (inventoryPolicy) return { inventoryPolicy };
  cells.fault('inventoryPolicy', `must be DENY or CONTINUE, not "${cells.text('inventoryPolicy')}".`);
  return {};
}

/** Values of attributes of one level in a row. */
export function readAttributes(cells: RowCells, rules: RowRules, level: AttributeFact['level']): Values {
  const values: Values = {};
  for (const { at, name, attribute: found } of rules.header.attributes) {
    const attribute = rules.attributes.get(found.name);
    if (!attribute) {
      const isSaid = level === 'product' && cells.at(at) !== '';
      if (isSaid)
        rules.note(`"${name}" was left out of products whose type has no such attribute.`, cells.line);
      continue;
    }
    if (attribute.level !== level) continue;
    const read = readAttribute(cells.at(at), attribute, rules.currency);
    if ('value' in read) values[attribute.name] = read.value;
    else if ('fault' in read) cells.fault(name, read.fault);
    else rules.note(`"${name}" was left out where it ${read.leftOut}.`, cells.line);
  }
  return Object.keys(values).length === 0 ? {} : { attributes: values };
}

/** A row as a variant. What the file has no column for is left out, so that it stays as it is. */
export function toVariant(cells: RowCells, rules: RowRules): Values {
  const requiresShipping = cells.boolean('requiresShipping');
  const cost = money(cells, cells.text('cost'), rules.currency, rules.header.nameOf('cost'));
  return {
    ...(cells.has('sku') ? { sku: code(cells.text('sku')) } : {}),
    ...(cells.has('barcode') ? { barcode: code(cells.text('barcode')) } : {}),
    ...readPrices(cells, rules),
    ...(cells.has('cost')
      ? { cost: cost === undefined ? null : { amount: cost, currency: rules.currency } }
      : {}),
    ...readWeight(cells),
    ...readPolicy(cells),
    ...(requiresShipping === undefined ? {} : { requiresShipping }),
    ...(cells.has('taxCode') ? { taxClass: cells.text('taxCode') || null } : {}),
    ...readAttributes(cells, rules, 'variant'),
  };
}

/** Units of a row, where it has any and they are counted. */
export function readQuantity(cells: RowCells, rules: RowRules, variant: Values): number | undefined {
  const quantity = cells.number('inventoryQuantity');
  if (quantity === undefined || variant.inventoryPolicy === 'untracked') return undefined;
  if (!Number.isInteger(quantity)) {
    cells.fault('inventoryQuantity', `must be a whole number, not ${quantity}.`);
    return undefined;
  }
  if (quantity >= 0) return quantity;
  rules.note('Quantities below 0 (oversold) became 0.', cells.line);
  return 0;
}
