import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { type FieldError, problem } from '../../../contract/problem.ts';
import type { NewDocument } from '../../../store/port.ts';
import { categories } from '../categories/collections.ts';
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

function attributeReferences(context: Context, product: NewDocument<Product>) {
  const productType = productTypeOf(context.config, product.productType, new Faults());
  return Object.entries(productType?.attributes ?? {}).flatMap(([name, attribute]) => {
    const value = product.attributes[name];
    if (attribute.type !== 'reference' || attribute.to !== 'product' || value === undefined) return [];
    return [value].flat().map((id) => ({ id: String(id), pointer: `/attributes/${name}` }));
  });
}

/**
 * Fills in media and checks that what the product refers to exists. Only what the input names is looked up: what
 * was there before was checked before.
 * @throws {Problem} `unknown_reference`, naming every one.
 */
export async function resolveReferences(
  context: Context,
  product: NewDocument<Product>,
  changes: ProductChanges,
): Promise<NewDocument<Product>> {
  const resolved = changes.media ? await resolveMedia(context, changes.media) : undefined;
  const shown = new Set((resolved?.media ?? product.media).map(({ mediaId }) => mediaId));
  const faults = [
    ...(resolved?.faults ?? []),
    ...(await missing(
      context,
      categories,
      (changes.categoryIds ?? []).map((id, index) => ({ id, pointer: `/categoryIds/${index}` })),
      'category',
    )),
    ...(await missing(
      context,
      products,
      (changes.related ?? []).map(({ productId }, index) => ({
        id: productId,
        pointer: `/related/${index}/productId`,
      })),
      'product',
    )),
    ...(changes.attributes
      ? await missing(context, products, attributeReferences(context, product), 'product')
      : []),
    ...(changes.variants ?? []).flatMap((variant, index) =>
      (variant.mediaIds ?? [])
        .filter((id) => !shown.has(id))
        .map((id) => ({
          pointer: `/variants/${index}/mediaIds`,
          message: `${id} is not among the product's media.`,
        })),
    ),
  ];
  if (faults.length > 0) {
    throw problem(catalogProblems.unknownReference, {
      detail: `${faults[0]?.pointer} ${faults[0]?.message}`,
      errors: faults,
    });
  }
  return resolved ? { ...product, media: resolved.media } : product;
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
