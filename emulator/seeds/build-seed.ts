import type { Config } from '../../runtime/config/index.ts';
import { categoryInputs, type SeedCategory } from './build-categories.ts';
import {
  filesOf,
  type ProductRules,
  productInput,
  type SeedProduct,
  type SeedVariant,
  type Text,
  variantsOf,
} from './build-products.ts';
import { stockOf } from './build-stock.ts';
import { priceIn, type SeedCurrency } from './prices.ts';
import type { Seed, SeedCollection, SeedPriceList } from './seed.ts';
import { seedId } from './seed-ids.ts';

type Rule = NonNullable<SeedCollection['collection']['rules']>[number];

export interface CollectionPlan {
  readonly key: string;
  readonly name: Text;
  readonly slug: string;
  readonly text: Text;
  /** Products in their order, or rules that they all meet. */
  readonly products?: readonly string[];
  readonly rules?: readonly Rule[];
}

export interface PriceListPlan {
  readonly key: string;
  readonly conditions: Omit<SeedPriceList['list'], 'id'>;
  /** Keys of the products whose variants get a price; all of them where none are named. */
  readonly products?: readonly string[];
  /** Of the base price: 0.8 is a fifth less. */
  readonly factor: number;
  readonly minimumQuantity?: number;
  /** Shows the base price struck through. */
  readonly isSale?: boolean;
}

export interface PromotionPlan {
  readonly key: string;
  readonly promotion: Omit<Seed['promotions'][number], 'id' | 'categoryIds'>;
  /** Keys of the categories that it is about; of all where none are named. */
  readonly categories?: readonly string[];
}

export interface SeedPlan {
  readonly name: string;
  readonly summary: string;
  readonly config: Config;
  readonly notes: Readonly<Record<string, string>>;
  readonly rules: ProductRules;
  readonly categories: readonly SeedCategory[];
  readonly products: readonly SeedProduct[];
  readonly collections: readonly CollectionPlan[];
  readonly priceLists: readonly PriceListPlan[];
  readonly promotions: readonly PromotionPlan[];
  /** The warehouse that ships, and a shop. */
  readonly locations: readonly [Omit<Seed['locations'][number], 'id'>, Omit<Seed['locations'][number], 'id'>];
}

function collectionOf(store: string, plan: CollectionPlan): SeedCollection {
  const { key, name, slug, text, products = [], rules } = plan;
  return {
    collection: {
      id: seedId('coll', store, key),
      name: name[0],
      slug: key,
      description: text[0],
      kind: rules ? 'rules' : 'manual',
      match: 'all',
      rules: [...(rules ?? [])],
      translations: [{ locale: 'de', name: name[1], slug, description: text[1] }],
    },
    productIds: products.map((product) => seedId('prod', store, product)),
  };
}

function priceListOf(
  { store, cents }: ProductRules,
  plan: PriceListPlan,
  variants: readonly SeedVariant[],
): SeedPriceList {
  const { key, conditions, products, factor, minimumQuantity = 1, isSale = false } = plan;
  const priced = variants.filter(
    ({ product }) => product.grams > 0 && (products === undefined || products.includes(product.key)),
  );
  const currencies: readonly SeedCurrency[] = ['EUR', 'USD', 'GBP'];
  return {
    list: { id: seedId('plist', store, key), ...conditions },
    prices: priced.flatMap(({ id, euros }) =>
      currencies.map((currency) => ({
        variantId: id,
        currency,
        amount: priceIn(currency, Math.round(euros * factor), cents),
        compareAtAmount: isSale ? priceIn(currency, euros, cents) : null,
        minimumQuantity,
      })),
    ),
  };
}

/** Everything a store is filled with, from what its author wrote. */
export function buildSeed(plan: SeedPlan): Seed {
  const { name, summary, config, notes, rules } = plan;
  const variants = plan.products.flatMap((product) => variantsOf(rules, product));
  const locationIds = [seedId('loc', rules.store, 'warehouse'), seedId('loc', rules.store, 'shop')] as const;
  const [warehouse, shop] = plan.locations;
  return {
    ...{ name, summary, config, notes },
    locations: [
      { id: locationIds[0], ...warehouse },
      { id: locationIds[1], ...shop },
    ],
    categories: categoryInputs(rules.store, plan.categories),
    files: plan.products.flatMap((product) => filesOf(rules, product)),
    products: plan.products.map((product) => productInput(rules, product)),
    collections: plan.collections.map((collection) => collectionOf(rules.store, collection)),
    priceLists: plan.priceLists.map((list) => priceListOf(rules, list, variants)),
    promotions: plan.promotions.map(({ key, promotion, categories = [] }) => ({
      id: seedId('promo', rules.store, key),
      ...promotion,
      categoryIds: categories.map((category) => seedId('cat', rules.store, category)),
    })),
    stock: stockOf(variants, locationIds),
  };
}
