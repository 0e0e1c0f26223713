import type { Context } from '../../../context/context.ts';
import { type HandlersOf, type InvalidRow, JsonResource, JsonText } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { decodeCursor, encodeCursor, listScope } from '../../../cursor/index.ts';
import type { Position } from '../../../store/port.ts';
import { explainPriceOf } from '../prices/explain-price.ts';
import { type SelectionInput, selectionOf, selectsNothing } from '../selection.ts';
import { products } from './collections.ts';
import { findBySlug, isShown, noProduct, requireProduct } from './find-product.ts';
import { embeddedBytes, listProducts } from './list-products.ts';
import { presentProducts, presentVariants } from './present.ts';
import { embedded, type Product, type ProductInput, type Variant } from './product.ts';
import { quoteVariants } from './quote-variants.ts';
import { removeProduct } from './save-product.ts';
import { upsertProducts } from './upsert-products.ts';
import { writeProduct } from './write-product.ts';

type ProductOperation = Extract<keyof CatalogOperations, `catalog.${'products' | 'variants'}.${string}`>;

async function shown(context: Context, product: Product | undefined, input: SelectionInput, what: string) {
  const selection = selectionOf(context, input);
  if (!product || !isShown(context, product, selection)) throw noProduct(what);
  const [presented = product] = await presentProducts(context, [product], selection);
  return presented;
}

function variantOf(product: Product, variantId: string) {
  const variant = product.variants.find((candidate) => candidate.id === variantId);
  if (!variant) throw noProduct(`${product.id} with a variant ${variantId}`);
  return variant;
}

/** A stored variant as an input that would make it, so that one can be changed among the others. */
function asInputs(product: Product): NonNullable<ProductInput['variants']> {
  return product.variants.map(
    ({ title: _title, price: _price, availability: _availability, ...input }) => input,
  );
}

export const productHandlers: Pick<HandlersOf<CatalogOperations>, ProductOperation> = {
  async 'catalog.products.list'(context, input) {
    const page = await listProducts(context, input);
    return page instanceof JsonText ? page : { ...page, data: [...page.data] };
  },

  async 'catalog.products.get'(context, { productId, ...input }) {
    const isPlain = context.actor.kind !== 'publishable' && selectsNothing(selectionOf(context, input));
    if (!isPlain || !context.acceptsJson) {
      return shown(context, await context.store.get(products, productId), input, productId);
    }
    const stored = await context.store.getBytes(products, productId);
    if (!stored) throw noProduct(productId);
    return new JsonResource(embeddedBytes(stored.bytes), stored.version);
  },

  async 'catalog.products.getBySlug'(context, { slug, ...input }) {
    const { locale } = selectionOf(context, input);
    return shown(context, await findBySlug(context, slug, locale), input, `with the slug "${slug}"`);
  },

  async 'catalog.products.create'(context, { id, ...input }) {
    const { product } = await writeProduct(context, id ?? context.ids.next('prod'), input, undefined);
    return embedded(product);
  },

  async 'catalog.products.update'(context, { productId, ...changes }) {
    const current = await requireProduct(context, productId);
    return embedded((await writeProduct(context, productId, changes, current)).product);
  },

  async 'catalog.products.delete'(context, { productId }) {
    await removeProduct(context, await requireProduct(context, productId));
    return null;
  },

  async 'catalog.products.upsert'(context, input) {
    // Each row was validated as a ProductInput.
    const rows = input.products as unknown as (ProductInput | InvalidRow)[];
    return { results: await upsertProducts(context, rows) };
  },

  async 'catalog.products.explainPrice'(context, input) {
    return explainPriceOf(context, input);
  },

  async 'catalog.variants.quote'(context, input) {
    return { quotes: await quoteVariants(context, input) };
  },

  async 'catalog.variants.list'(context, { productId, pageSize = 20, after, ...input }) {
    const selection = selectionOf(context, input);
    const product = await context.store.get(products, productId);
    if (!product || !isShown(context, product, selection)) throw noProduct(productId);
    const scope = listScope('catalog.variants.list', { productId });
    const start = after === undefined ? 0 : startAfter(product.variants, decodeCursor(scope, after));
    const variants = product.variants.slice(start, start + pageSize);
    const cursors = variants.map((variant, index) => encodeCursor(scope, [variant.id, start + index]));
    const hasMore = start + pageSize < product.variants.length;
    return {
      data: await presentVariants(context, variants, selection),
      page: { next: hasMore ? (cursors.at(-1) ?? null) : null },
      cursors,
    };
  },

  async 'catalog.variants.create'(context, { productId, ...input }) {
    const current = await requireProduct(context, productId);
    const id = input.id ?? context.ids.next('var');
    const options = extendedOptions(current, input.options ?? []);
    const variants = [...asInputs(current), { ...input, id }];
    const { product } = await writeProduct(context, productId, { options, variants }, current);
    return variantOf(product, id);
  },

  async 'catalog.variants.update'(context, { productId, variantId, ...input }) {
    const current = await requireProduct(context, productId);
    variantOf(current, variantId);
    const variants = asInputs(current).map((variant) =>
      variant.id === variantId ? { ...input, id: variantId } : variant,
    );
    const { product } = await writeProduct(context, productId, { variants }, current);
    return variantOf(product, variantId);
  },

  async 'catalog.variants.delete'(context, { productId, variantId }) {
    const current = await requireProduct(context, productId);
    variantOf(current, variantId);
    if (current.variants.length === 1) {
      throw problem(catalogProblems.lastVariant, {
        detail: `${variantId} is the only variant of product ${productId}.`,
      });
    }
    const variants = asInputs(current).filter((variant) => variant.id !== variantId);
    await writeProduct(context, productId, { variants }, current);
    return null;
  },
};

/** After the variant that a cursor names; where it was deleted, at the place that it had. */
function startAfter(variants: readonly Variant[], [id, place]: Position): number {
  const found = variants.findIndex((variant) => variant.id === id);
  return found < 0 ? Number(place ?? 0) : found + 1;
}

/** Values that a new variant brings are added to the product's options; options themselves are not. */
function extendedOptions(
  product: Product,
  selected: readonly { name: string; value: string }[],
): Product['options'] {
  return product.options.map((option) => {
    const value = selected.find(({ name }) => name === option.name)?.value;
    if (value === undefined || option.values.includes(value)) return option;
    return { ...option, values: [...option.values, value] };
  });
}
