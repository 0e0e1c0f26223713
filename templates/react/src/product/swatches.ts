import type { Product } from '../headlesspro/storefront.js';

const hexColour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Whether a value of an attribute is a colour to be shown rather than a text to be read. */
export function isColour(value: unknown): value is string {
  return typeof value === 'string' && hexColour.test(value);
}

/**
 * Colours to show for the values of an option, by option and value. An option has them where its variants carry a
 * colour in an attribute (`#1f3d34`), whatever that is called, and each value of the option has one colour only.
 */
export function swatchesOf({ options, variants }: Product): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const { name, values } of options) {
    const colours = new Map<string, string>();
    const isClear = variants.every((variant) => {
      const value = variant.options.find((option) => option.name === name)?.value;
      const colour = Object.values(variant.attributes).find(isColour);
      if (value === undefined || colour === undefined) return false;
      const known = colours.get(value);
      colours.set(value, colour);
      return known === undefined || known === colour;
    });
    // The same colour everywhere is that of the product, not of the option's values.
    const isTold = new Set(colours.values()).size > 1 || values.length === 1;
    if (isClear && isTold && colours.size > 0) found.set(name, colours);
  }
  return found;
}
