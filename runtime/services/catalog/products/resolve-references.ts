import type { Context } from '../../../context/context.ts';
import type { FieldError } from '../../../contract/problem.ts';
import type { NewDocument } from '../../../store/port.ts';
import { categories } from '../categories/collections.ts';
import { productCollections } from '../collections/collections.ts';
import { media as mediaCollection } from '../media/collections.ts';
import { productTypeOf, uniqueValues } from './check-attributes.ts';
import { products } from './collections.ts';
import { Faults } from './faults.ts';
import type { Product, ProductChanges } from './product.ts';

async function missing(
  context: Context,
  from: typeof categories | typeof products,
  references: readonly { readonly id: string; readonly pointer: string }[],
  noun: string,
): Promise<FieldError[]> {
  if (references.length === 0) return [];
  const found = await context.store.getMany(
    from as typeof products,
    references.map(({ id }) => id),
  );
  return references
    .filter((_, index) => !found[index])
    .map(({ id, pointer }) => ({ pointer, message: `there is no ${noun} ${id}.` }));
}

/** Media inputs with what the files say of themselves; faults for those that don't exist. */
async function resolveMedia(
  context: Context,
  inputs: NonNullable<ProductChanges['media']>,
): Promise<{ media: Product['media']; faults: FieldError[] }> {
  const files = await context.store.getMany(
    mediaCollection,
    inputs.map((input) => input.mediaId),
  );
  const faults: FieldError[] = [];
  const media = inputs.flatMap(({ mediaId, alt }, index) => {
    const file = files[index];
    if (!file) {
      faults.push({ pointer: `/media/${index}/mediaId`, message: `there is no media file ${mediaId}.` });
      return [];
    }
    const { url, contentType, width, height } = file;
    return [{ mediaId, url, alt: alt ?? file.alt, contentType, width, height }];
  });
  return { media, faults };
}

/** What a reference attribute may refer to. */
const targets = {
  product: products,
  category: categories,
  collection: productCollections,
  media: mediaCollection,
};

/** Reference attributes by what they refer to. */
function attributeReferences(context: Context, product: NewDocument<Product>, target: keyof typeof targets) {
  const productType = productTypeOf(context.config, product.productType, new Faults());
  const inAttributes = (level: 'product' | 'variant', values: Product['attributes'], pointer: string) =>
    Object.entries(productType?.attributes ?? {}).flatMap(([name, attribute]) => {
      const value = values[name];
      if (attribute.type !== 'reference' || (attribute.to ?? 'product') !== target) return [];
      if (attribute.level !== level || value === undefined) return [];
      return [value].flat().map((id) => ({ id: String(id), pointer: `${pointer}/attributes/${name}` }));
    });
  return [
    ...inAttributes('product', product.attributes, ''),
    ...product.variants.flatMap((variant, index) =>
      inAttributes('variant', variant.attributes, `/variants/${index}`),
    ),
  ];
}

async function missingInAttributes(context: Context, product: NewDocument<Product>): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  for (const target of ['product', 'category', 'collection', 'media'] as const) {
    const references = attributeReferences(context, product, target);
    faults.push(...(await missing(context, targets[target] as typeof products, references, target)));
  }
  return faults;
}

export interface Resolved {
  readonly product: NewDocument<Product>;
  /** What is referred to and does not exist. */
  readonly unknown: readonly FieldError[];
}

/**
 * Fills in media and checks that what the product refers to exists. Only what the input names is looked up: what
 * was there before was checked before.
 */
export async function resolveReferences(
  context: Context,
  product: NewDocument<Product>,
  changes: ProductChanges,
): Promise<Resolved> {
  const resolved = changes.media ? await resolveMedia(context, changes.media) : undefined;
  const shown = new Set((resolved?.media ?? product.media).map(({ mediaId }) => mediaId));
  const at = (pointer: (index: number) => string, ids: readonly string[] = []) =>
    ids.map((id, index) => ({ id, pointer: pointer(index) }));
  const inCategories = at((index) => `/categoryIds/${index}`, changes.categoryIds);
  const related = changes.related?.map(({ productId }) => productId);
  const inRelated = at((index) => `/related/${index}/productId`, related);
  const hasAttributes = changes.attributes || changes.variants?.some(({ attributes }) => attributes);
  const unknown = [
    ...(resolved?.faults ?? []),
    ...(await missing(context, categories, inCategories, 'category')),
    ...(await missing(context, products, inRelated, 'product')),
    ...(hasAttributes ? await missingInAttributes(context, product) : []),
    ...(changes.variants ?? []).flatMap((variant, index) =>
      (variant.mediaIds ?? [])
        .filter((id) => !shown.has(id))
        .map((id) => ({
          pointer: `/variants/${index}/mediaIds`,
          message: `${id} is not among the product's media.`,
        })),
    ),
  ];
  return { product: resolved ? { ...product, media: resolved.media } : product, unknown };
}

/** Values of unique attributes, as the ids of the claims that hold them. */
export function claimsOf(
  context: Context,
  product: Pick<Product, 'productType' | 'attributes' | 'variants'>,
): string[] {
  const productType = productTypeOf(context.config, product.productType, new Faults());
  if (!productType) return [];
  const values = [
    ...uniqueValues(productType, product.attributes, 'product'),
    ...product.variants.flatMap((variant) => uniqueValues(productType, variant.attributes, 'variant')),
  ];
  return values.map(([name, value]) => `${name}=${value}`);
}
