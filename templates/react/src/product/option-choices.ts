import { isSoldOut } from '../catalog/summarize-offer.ts';
import type { Product, Variant } from '../headlesspro/storefront.js';

type Selected = Readonly<Record<string, string>>;

export interface OptionChoice {
  readonly value: string;
  readonly isChosen: boolean;
  /** `none`: no variant is like this with the other options as they are. */
  readonly state: 'available' | 'sold_out' | 'none';
  /** What choosing it leads to. */
  readonly variant: Variant | undefined;
}

export interface OptionChoices {
  readonly name: string;
  readonly choices: readonly OptionChoice[];
}

function selectedOf(variant: Variant): Selected {
  return Object.fromEntries(variant.options.map(({ name, value }) => [name, value]));
}

/** How many options of a variant are as wanted. */
function agreement(variant: Variant, wanted: Selected): number {
  return variant.options.filter(({ name, value }) => wanted[name] === value).length;
}

/**
 * Every value of every option, with what it leads to from here. A value that does not go with the others leads to the
 * variant that changes least, one in stock before one that is not: nothing is a dead end.
 */
export function optionChoices(product: Product, current: Variant): readonly OptionChoices[] {
  const selected = selectedOf(current);
  return product.options.map(({ name, values }) => ({
    name,
    choices: values.map((value) => {
      const wanted = { ...selected, [name]: value };
      const candidates = product.variants.filter((variant) => selectedOf(variant)[name] === value);
      const exact = candidates.find((variant) => agreement(variant, wanted) === variant.options.length);
      const [nearest] = [...candidates].sort(
        (left, right) =>
          agreement(right, wanted) - agreement(left, wanted) ||
          Number(isSoldOut(left)) - Number(isSoldOut(right)),
      );
      const state = !exact ? 'none' : isSoldOut(exact) ? 'sold_out' : 'available';
      return { value, isChosen: selected[name] === value, state, variant: exact ?? nearest };
    }),
  }));
}

/** The one that the URL names, else the first that can be bought. */
export function chosenVariant(variants: readonly Variant[], id: string | undefined): Variant | undefined {
  return (
    variants.find((variant) => variant.id === id) ??
    variants.find((variant) => !isSoldOut(variant) && variant.price) ??
    variants[0]
  );
}
