import { config } from './fashion/config.ts';
import type { ProductInput, Seed } from './seed.ts';
import { seedId, seedNumber } from './seed-ids.ts';

const materials = ['cotton', 'linen', 'wool', 'denim', 'silk'];
const sizes = ['S', 'M', 'L'];

function product(index: number, categoryIds: readonly string[]): ProductInput {
  const key = `product-${index}`;
  const pick = (below: number, what: string) => seedNumber(below, what, key);
  const euros = 10 + pick(190, 'price');
  return {
    id: seedId('prod', 'sized', key),
    productType: 'apparel',
    status: 'active',
    title: `Product ${index}`,
    slug: key,
    description: `<p>Product number ${index} of a store that is filled for measurements.</p>`,
    brand: `Brand ${pick(20, 'brand')}`,
    tags: [`tag-${pick(50, 'tag')}`],
    attributes: { material: materials[pick(materials.length, 'material')], fit: 'regular' },
    translations: [{ locale: 'de', title: `Produkt ${index}`, slug: `produkt-${index}` }],
    options: [{ name: 'Size', values: sizes }],
    variants: sizes.map((size) => ({
      id: seedId('var', 'sized', key, size),
      sku: `SIZED-${index}-${size}`,
      options: [{ name: 'Size', value: size }],
      prices: ['EUR', 'USD', 'GBP'].map((currency) => ({
        id: seedId('price', 'sized', key, size, currency),
        currency,
        amount: euros * 100,
      })),
    })),
    categoryIds: [categoryIds[index % categoryIds.length]],
  };
}

/** A store of any size for measurements, the same each time: three variants a product, ten categories. */
export function sized(products: number): Seed {
  const categories = Array.from({ length: 10 }, (_, position) => ({
    id: seedId('cat', 'sized', String(position)),
    name: `Category ${position}`,
    slug: `category-${position}`,
    position,
  }));
  const categoryIds = categories.map((category) => category.id);
  const locationId = seedId('loc', 'sized', 'warehouse');
  const rows = Array.from({ length: products }, (_, index) => product(index, categoryIds));
  return {
    name: 'sized',
    summary: `${products} products for measurements`,
    config: { ...config, name: 'Sized' },
    notes: {},
    locations: [{ id: locationId, name: 'Warehouse', country: 'DE', priority: 0 }],
    categories,
    files: [],
    products: rows,
    collections: [],
    priceLists: [],
    promotions: [],
    stock: rows.flatMap(({ slug }) =>
      sizes.map((size) => ({
        variantId: seedId('var', 'sized', slug, size),
        locationId,
        onHand: 5 + seedNumber(50, 'stock', slug, size),
        reason: 'received' as const,
      })),
    ),
  };
}
