import type { Context } from '../../context/context.ts';
import type { Loader } from '../../context/service.ts';
import type { Collection, StoredDocument } from '../../store/port.ts';
import { categories } from './categories/collections.ts';
import { productCollections } from './collections/collections.ts';
import { media } from './media/collections.ts';
import { priceLists } from './prices/collections.ts';
import { products } from './products/collections.ts';
import { isShown } from './products/find-product.ts';
import { presentProducts } from './products/present.ts';
import { localeChain, localized, type SelectionInput, selectionOf } from './selection.ts';

function plain<Doc extends StoredDocument>(from: Collection<Doc>): Loader {
  return (context, ids) => context.store.getMany(from, ids);
}

type Named = StoredDocument & {
  readonly name: string;
  readonly translations: readonly { readonly locale: string }[];
};

function translated<Doc extends Named>(from: Collection<Doc>): Loader {
  return async (context, ids, selection) => {
    const { locale } = selectionOf(context, selection as SelectionInput); // arguments of the selection's own names
    const found = await context.store.getMany(from, ids);
    if (locale === null) return found;
    const chain = localeChain(context.config, locale);
    const texts = ['name', 'slug', 'description'] as (keyof Doc & string)[]; // every named document has these
    return found.map((document) => document && localized(document, texts, chain));
  };
}

/** Products as they may be seen, with what is selected; the others are missing. */
async function loadProducts(context: Context, ids: readonly string[], input: SelectionInput) {
  const selection = selectionOf(context, input);
  const found = await context.store.getMany(products, ids);
  const shown = found.flatMap((product) =>
    product && isShown(context, product, selection) ? [product] : [],
  );
  const presented = await presentProducts(context, shown, selection);
  const byId = new Map(presented.map((product) => [product.id, product]));
  return ids.map((id) => byId.get(id));
}

export const loaders: Readonly<Record<string, Loader>> = {
  Product: (context, ids, selection) => loadProducts(context, ids, selection as SelectionInput),
  Category: translated(categories),
  Collection: translated(productCollections),
  Media: plain(media),
  PriceList: plain(priceLists),
};
