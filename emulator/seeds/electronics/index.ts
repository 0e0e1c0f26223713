import { buildSeed } from '../build-seed.ts';
import type { Seed } from '../seed.ts';
import { summaries } from '../summaries.ts';
import { audioAndPhones } from './audio-and-phones.ts';
import { categories } from './categories.ts';
import { colours } from './colours.ts';
import { computing } from './computing.ts';
import { config, notes } from './config.ts';
import { photoAndHome } from './photo-and-home.ts';
import { points } from './points.ts';

/** Devices of a shop called Voltwerk. */
export function electronics(): Seed {
  return buildSeed({
    name: 'electronics',
    summary: summaries.electronics,
    config,
    notes,
    rules: { store: 'electronics', cents: 1, colours, points },
    categories,
    products: [...audioAndPhones, ...computing, ...photoAndHome],
    collections: [
      {
        key: 'bestsellers',
        name: ['Bestsellers', 'Bestseller'],
        slug: 'bestseller',
        text: ['What most people take home.', 'Was die meisten mitnehmen.'],
        products: ['drift-headphones', 'kite-phone', 'slate-laptop', 'meridian-camera', 'glow-bulb'],
      },
      {
        key: 'home-office',
        name: ['Home office', 'Homeoffice'],
        slug: 'homeoffice',
        text: ['A desk you like to sit down at.', 'Ein Schreibtisch, an den man sich gern setzt.'],
        rules: [{ field: 'tag', operator: 'equals', value: 'home-office' }],
      },
      {
        key: 'offers',
        name: ['Offers', 'Angebote'],
        slug: 'angebote',
        text: [
          'Good devices for less, while they last.',
          'Gute Geräte für weniger, solange der Vorrat reicht.',
        ],
        rules: [{ field: 'tag', operator: 'equals', value: 'sale' }],
      },
      {
        key: 'gifts-under-150',
        name: ['Gifts under €150', 'Geschenke unter 150 €'],
        slug: 'geschenke-unter-150',
        text: ['For birthdays, and for yourself.', 'Zum Geburtstag, und für einen selbst.'],
        rules: [
          { field: 'tag', operator: 'equals', value: 'gift' },
          { field: 'price.EUR', operator: 'less_than', value: 15000 },
        ],
      },
    ],
    priceLists: [
      {
        key: 'launch-week',
        conditions: { name: 'Launch week', status: 'active', priority: 10, channels: ['web'] },
        products: ['pulse-smartwatch', 'terrace-speaker', 'folio-tablet'],
        factor: 0.85,
        isSale: true,
      },
      {
        key: 'business',
        conditions: { name: 'Business', status: 'active', priority: 20, customerGroups: ['business'] },
        products: ['slate-laptop', 'field-monitor', 'low-keyboard', 'glide-mouse', 'clear-webcam'],
        factor: 0.88,
        minimumQuantity: 5,
      },
    ],
    promotions: [
      {
        key: 'free-delivery',
        promotion: {
          name: 'Free delivery',
          kind: 'free_shipping',
          code: 'FREEDELIVERY',
          status: 'active',
          minimumSubtotals: [
            { amount: 5000, currency: 'EUR' },
            { amount: 5000, currency: 'USD' },
            { amount: 5000, currency: 'GBP' },
          ],
        },
      },
      {
        key: 'sound-week',
        promotion: {
          name: 'Sound week: fifteen percent off audio',
          kind: 'percentage',
          percentage: 15,
          status: 'active',
          priority: 10,
        },
        categories: ['audio'],
      },
    ],
    locations: [
      { name: 'Leipzig warehouse', country: 'DE', priority: 10 },
      { name: 'Munich shop', country: 'DE', priority: 0 },
    ],
  });
}
