import { buildSeed } from '../build-seed.ts';
import type { Seed } from '../seed.ts';
import { summaries } from '../summaries.ts';
import { categories } from './categories.ts';
import { colours } from './colours.ts';
import { config, notes } from './config.ts';
import { outerwearAndBottoms } from './outerwear-and-bottoms.ts';
import { points } from './points.ts';
import { shoesAndAccessories } from './shoes-and-accessories.ts';
import { tops } from './tops.ts';

/** Clothes, shoes and accessories of a shop called Halden. */
export function fashion(): Seed {
  return buildSeed({
    name: 'fashion',
    summary: summaries.fashion,
    config,
    notes,
    rules: { store: 'fashion', cents: 0, colours, points },
    categories,
    products: [...tops, ...outerwearAndBottoms, ...shoesAndAccessories],
    collections: [
      {
        key: 'new-arrivals',
        name: ['New arrivals', 'Neu eingetroffen'],
        slug: 'neu-eingetroffen',
        text: ['Fresh from the makers this month.', 'Diesen Monat frisch von den Herstellern.'],
        products: [
          'meadow-dress',
          'trail-runner',
          'studio-jumpsuit',
          'day-backpack',
          'wrap-midi-dress',
          'field-watch',
        ],
      },
      {
        key: 'sale',
        name: ['Sale', 'Sale'],
        slug: 'sale',
        text: ['Good things for less, while they last.', 'Gutes für weniger, solange der Vorrat reicht.'],
        rules: [{ field: 'tag', operator: 'equals', value: 'sale' }],
      },
      {
        key: 'the-linen-edit',
        name: ['The linen edit', 'Alles aus Leinen'],
        slug: 'alles-aus-leinen',
        text: ['Flax for the hottest weeks of the year.', 'Flachs für die heißesten Wochen des Jahres.'],
        rules: [{ field: 'attributes.material', operator: 'equals', value: 'linen' }],
      },
      {
        key: 'gifts-under-70',
        name: ['Gifts under €70', 'Geschenke unter 70 €'],
        slug: 'geschenke-unter-70',
        text: ['Small things that make somebody happy.', 'Kleine Dinge, die jemanden glücklich machen.'],
        rules: [
          { field: 'tag', operator: 'equals', value: 'gift' },
          { field: 'price.EUR', operator: 'less_than', value: 7000 },
        ],
      },
    ],
    priceLists: [
      {
        key: 'mid-season-sale',
        conditions: { name: 'Mid-season sale', status: 'active', priority: 10, channels: ['web'] },
        products: ['harbour-trench', 'low-court-sneaker', 'loopback-hoodie'],
        factor: 0.8,
        isSale: true,
      },
      {
        key: 'wholesale',
        conditions: { name: 'Wholesale', status: 'active', priority: 20, customerGroups: ['wholesale'] },
        products: ['everyday-tee', 'tapered-jeans', 'canvas-tote', 'cotton-socks'],
        factor: 0.6,
        minimumQuantity: 10,
      },
    ],
    promotions: [
      {
        key: 'welcome',
        promotion: {
          name: 'Ten percent off the first order',
          kind: 'percentage',
          percentage: 10,
          code: 'WELCOME10',
          status: 'active',
          usageLimitPerCustomer: 1,
        },
      },
      {
        key: 'two-pairs',
        promotion: {
          name: 'Two pairs of shoes, the cheaper one at half price',
          kind: 'buy_x_get_y',
          buyQuantity: 1,
          getQuantity: 1,
          percentage: 50,
          status: 'active',
          priority: 10,
        },
        categories: ['shoes'],
      },
    ],
    locations: [
      { name: 'Hamburg warehouse', country: 'DE', priority: 10 },
      { name: 'Berlin shop', country: 'DE', priority: 0 },
    ],
  });
}
