import type { Config } from '../../runtime/config/index.ts';
import type { CatalogOperations } from '../../runtime/contract/catalog/index.ts';
import type { CheckoutOperations } from '../../runtime/contract/checkout/index.ts';
import type { InputOf } from '../../runtime/contract/operation.ts';

type Operations = CatalogOperations & CheckoutOperations;
type Input<Id extends keyof Operations> = InputOf<Operations[Id]>;

/** A file with its contents, for `catalog.media.upload`. */
export interface SeedFile {
  readonly id: string;
  readonly filename: string;
  readonly alt: string;
  readonly contentType: string;
  /** The file's text; SVG is drawn when it is asked for. */
  readonly contents: () => string;
}

export interface SeedPriceList {
  readonly list: Input<'catalog.priceLists.create'> & { readonly id: string };
  readonly prices: Input<'catalog.priceLists.setPrices'>['prices'];
}

export interface SeedCollection {
  readonly collection: Input<'catalog.collections.create'> & { readonly id: string };
  /** In the collection's order; none for a collection by rules. */
  readonly productIds: readonly string[];
}

/** A store to start with: its configuration, and inputs of the operations that fill it. Ids never change. */
export interface Seed {
  /** What `--seed` names it. */
  readonly name: string;
  /** One line for the prompt of `hp init`. */
  readonly summary: string;
  /** What `headlesspro.config.ts` of a new project holds. */
  readonly config: Config;
  /** Comments of that file: JSON pointer of a setting, and the line above it. */
  readonly notes: Readonly<Record<string, string>>;
  readonly locations: readonly (Input<'catalog.locations.create'> & { readonly id: string })[];
  readonly categories: readonly (Input<'catalog.categories.create'> & { readonly id: string })[];
  readonly files: readonly SeedFile[];
  readonly products: readonly ProductInput[];
  readonly collections: readonly SeedCollection[];
  readonly priceLists: readonly SeedPriceList[];
  readonly promotions: readonly (Input<'checkout.promotions.create'> & { readonly id: string })[];
  readonly stock: Input<'catalog.inventory.adjustMany'>['adjustments'];
}

/** A row of `catalog.products.upsert`, as far as seeds look at it. The store's contract checks the rest. */
export interface ProductInput {
  readonly id: string;
  readonly slug: string;
  readonly [property: string]: unknown;
}
