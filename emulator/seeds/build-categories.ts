import type { Text } from './build-products.ts';
import type { Seed } from './seed.ts';
import { seedId } from './seed-ids.ts';

export interface SeedCategory {
  /** The English slug. */
  readonly key: string;
  readonly name: Text;
  /** The German slug. */
  readonly slug: string;
  readonly text?: Text;
  readonly children?: readonly SeedCategory[];
}

/** Inputs of `catalog.categories.create`, parents before their children. */
export function categoryInputs(
  store: string,
  categories: readonly SeedCategory[],
  parent?: string,
): Seed['categories'] {
  return categories.flatMap(({ key, name, slug, text, children = [] }, position) => [
    {
      id: seedId('cat', store, key),
      name: name[0],
      slug: key,
      position,
      parentId: parent === undefined ? null : seedId('cat', store, parent),
      description: text?.[0] ?? '',
      translations: [{ locale: 'de', name: name[1], slug, description: text?.[1] ?? null }],
    },
    ...categoryInputs(store, children, key),
  ]);
}
