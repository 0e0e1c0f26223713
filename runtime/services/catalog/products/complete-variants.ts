import type { ProductTypeConfig, StoreConfig } from '../../../config/store-config.ts';
import type { IdGenerator } from '../../../context/context.ts';
import { mergeAttributes } from './check-attributes.ts';
import type { Faults } from './faults.ts';
import type { BasePrice, Product, Variant, VariantInput } from './product.ts';

export interface VariantRules {
  readonly config: StoreConfig;
  readonly productType: ProductTypeConfig;
  readonly ids: IdGenerator;
  readonly faults: Faults;
}

type PriceInput = NonNullable<VariantInput['prices']>[number];

/** A base price is the same price as long as its currency and tier are: it keeps its id. */
function priceKey(price: {
  readonly currency: string;
  readonly minimumQuantity?: number | undefined;
}): string {
  return `${price.currency}/${price.minimumQuantity ?? 1}`;
}

function completePrices(
  inputs: readonly PriceInput[] | undefined,
  current: readonly BasePrice[],
  pointer: string,
  { config, ids, faults }: VariantRules,
): BasePrice[] {
  if (!inputs) return [...current];
  const before = new Map(current.map((price) => [priceKey(price), price]));
  const seen = new Set<string>();
  return inputs.map((input, index) => {
    const key = priceKey(input);
    const at = `${pointer}/prices/${index}`;
    // What was there before stays, also when the store has given up its currency since.
    if (!config.currencies.includes(input.currency) && !before.has(key)) {
      faults.add(
        `${at}/currency`,
        `the store has no ${input.currency}; it has ${config.currencies.join(', ')}.`,
      );
    }
    if (seen.has(key)) faults.add(at, 'there is another price of that currency and minimum quantity.');
    seen.add(key);
    const compareAtAmount = input.compareAtAmount ?? null;
    if (compareAtAmount !== null && compareAtAmount < input.amount) {
      faults.add(`${at}/compareAtAmount`, `must not be below the price (${input.amount}).`);
    }
    return {
      id: input.id ?? before.get(key)?.id ?? ids.next('price'),
      amount: input.amount,
      currency: input.currency,
      compareAtAmount,
      minimumQuantity: input.minimumQuantity ?? 1,
      includesTax: input.includesTax ?? before.get(key)?.includesTax ?? config.prices.includeTax,
    };
  });
}

function given<Value>(input: Value | undefined, current: Value | undefined, otherwise: Value): Value {
  if (input !== undefined) return input;
  return current === undefined ? otherwise : current;
}

/** A variant from an input, over what it was before. */
export function completeVariant(
  input: VariantInput,
  current: Variant | undefined,
  pointer: string,
  rules: VariantRules,
): Variant {
  const options = given(input.options, current?.options, []);
  const sku = given(input.sku, current?.sku, null);
  return {
    id: input.id ?? current?.id ?? rules.ids.next('var'),
    sku: sku === null || sku.trim() === '' ? null : sku.trim(),
    barcode: given(input.barcode, current?.barcode, null),
    title: options.map((option) => option.value).join(' / '),
    options,
    attributes: mergeAttributes(
      rules.productType,
      'variant',
      current?.attributes ?? {},
      input.attributes,
      `${pointer}/attributes`,
      rules,
    ),
    prices: completePrices(input.prices, current?.prices ?? [], pointer, rules),
    cost: given(input.cost, current?.cost, null),
    weight: given(input.weight, current?.weight, null),
    dimensions: given(input.dimensions, current?.dimensions, null),
    mediaIds: given(input.mediaIds, current?.mediaIds, []),
    inventoryPolicy: given(input.inventoryPolicy, current?.inventoryPolicy, 'track'),
    requiresShipping: given(input.requiresShipping, current?.requiresShipping, true),
    taxClass: given(input.taxClass, current?.taxClass, null),
  };
}

/** The variant that an input means: by id, else by SKU, else by its combination of options. */
export function matchVariant(input: VariantInput, current: readonly Variant[]): Variant | undefined {
  if (input.id) return current.find((variant) => variant.id === input.id);
  const bySku = input.sku ? current.find((variant) => variant.sku === input.sku) : undefined;
  if (bySku || !input.options) return bySku;
  const wanted = combination(input.options);
  return current.find((variant) => combination(variant.options) === wanted);
}

function combination(options: Variant['options']): string {
  return JSON.stringify([...options].map(({ name, value }) => [name, value]).sort());
}

/** Every variant has one listed value of each option, and no two have the same. */
export function checkOptions(
  options: Product['options'],
  variants: readonly Variant[],
  pointerOf: (index: number) => string,
  faults: Faults,
): void {
  const names = options.map((option) => option.name);
  const duplicate = names.find((name, index) => names.indexOf(name) < index);
  if (duplicate !== undefined) faults.add('/options', `the option "${duplicate}" is listed twice.`);
  const values = new Map(options.map((option) => [option.name, new Set(option.values)]));
  const seen = new Map<string, number>();
  variants.forEach((variant, index) => {
    const pointer = `${pointerOf(index)}/options`;
    for (const { name, value } of variant.options) {
      const known = values.get(name);
      if (!known)
        faults.add(
          pointer,
          `"${name}" is not an option of the product; it has ${names.join(', ') || 'none'}.`,
        );
      else if (!known.has(value)) {
        faults.add(
          pointer,
          `"${value}" is not a value of "${name}"; it has ${[...known].slice(0, 12).join(', ')}.`,
        );
      }
    }
    for (const name of names) {
      const count = variant.options.filter((option) => option.name === name).length;
      if (count !== 1) faults.add(pointer, `must have one value of "${name}".`);
    }
    const key = combination(variant.options);
    const earlier = seen.get(key);
    if (earlier !== undefined)
      faults.add(pointer, `is the same combination as that of variant ${earlier + 1}.`);
    else seen.set(key, index);
  });
}

/** Options as the variants use them, in order of appearance: what is meant where none are listed. */
export function optionsInUse(variants: readonly VariantInput[]): Product['options'] {
  const values = new Map<string, string[]>();
  for (const { name, value } of variants.flatMap((variant) => variant.options ?? [])) {
    const known = values.get(name) ?? [];
    if (!known.includes(value)) values.set(name, [...known, value]);
  }
  return [...values].map(([name, listed]) => ({ name, values: listed }));
}
