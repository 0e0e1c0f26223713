/** `price_list.created` and `priceLists` become `PriceListCreated` and `PriceLists`. */
export function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `listAdjustments` is `list` and `Adjustments`. */
export function splitVerb(method: string): { readonly verb: string; readonly rest: string } {
  const verb = /^[a-z0-9]+/.exec(method)?.[0] ?? method;
  return { verb, rest: method.slice(verb.length) };
}

/** Verbs whose object is the whole collection: `ListProducts`, where others say `CreateProduct`. */
const collectionVerbs: ReadonlySet<string> = new Set(['list', 'upsert', 'search']);

/**
 * Name of an operation's input, as one says it: `catalog.products.create` takes a `CreateProduct`,
 * `catalog.products.getBySlug` a `GetProductBySlug`, `catalog.inventory.listLevels` a `ListInventoryLevels`.
 *
 * English plurals are not guessed: `singular` is the title of the shape that the resource's operations answer
 * with (`Category`), used where the resource is named after it (`categories`).
 */
export function inputName(resource: string, method: string, singular: string | undefined): string {
  const { verb, rest } = splitVerb(method);
  const plural = pascalCase(resource);
  const isNamedAfter = singular !== undefined && plural.startsWith(singular.slice(0, -1));
  const isWhole = rest === '' && collectionVerbs.has(verb);
  return pascalCase(verb) + (isNamedAfter && !isWhole ? singular : plural) + rest;
}

/** The order of code units: the same on every machine, whatever its locale. */
export function byName(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
