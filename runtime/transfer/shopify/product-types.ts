import { unknownName } from '../../validation/index.ts';
import type { AttributeFact, ProductTypeFact, StoreFacts } from '../store-facts.ts';
import { ImpossibleTransfer } from '../unreadable-file.ts';
import type { ProductRules } from './to-product.ts';

interface Resolved {
  readonly key: string;
  readonly attributes: ReadonlyMap<string, AttributeFact>;
}

function resolved({ key, attributes }: ProductTypeFact): Resolved {
  return { key, attributes: new Map(attributes.map((attribute) => [attribute.name, attribute])) };
}

/**
 * How a "Type" of the file becomes a product type: by key or name, else the one that was asked for, else the only
 * one that the store has.
 *
 * @throws {ImpossibleTransfer} where the one that was asked for is none of the store.
 */
export function productTypeRule(
  { productTypes }: Pick<StoreFacts, 'productTypes'>,
  asked: string | undefined,
  note: (text: string, line: number) => void,
): ProductRules['productType'] {
  const keys = productTypes.map(({ key }) => key);
  const chosen = productTypes.find(({ key }) => key === asked);
  if (asked !== undefined && !chosen) {
    throw new ImpossibleTransfer(
      'unknown_product_type',
      unknownName(asked, 'product type', keys),
      'Give one of the store with --product-type, or declare it in headlesspro.config.ts.',
    );
  }
  const [only, ...others] = productTypes;
  const fallback = chosen ?? (others.length === 0 ? only : undefined);
  const byName = new Map(
    productTypes.flatMap((type) => [
      [type.name.toLowerCase(), resolved(type)],
      [type.key.toLowerCase(), resolved(type)],
    ]),
  );
  const otherwise = fallback && resolved(fallback);
  return (type, line) => {
    const found = byName.get(type.toLowerCase());
    if (found) return found;
    if (otherwise) {
      const text = `"Type" was left out where it is no product type of the store; those products are "${otherwise.key}".`;
      if (type !== '') note(text, line);
      return otherwise;
    }
    const what = type === '' ? 'is empty' : `"${type}" is no product type of the store`;
    return { fault: `${what} (${keys.join(', ')}); say which with --product-type.` };
  };
}
