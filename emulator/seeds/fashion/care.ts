import type { Text } from '../build-products.ts';

/** Care instructions that many products share. */
export const care = {
  wash30: [
    'Wash at 30 °C with similar colours, dry on the line.',
    'Bei 30 °C mit ähnlichen Farben waschen, an der Luft trocknen.',
  ],
  wash40: ['Wash at 40 °C, iron while damp.', 'Bei 40 °C waschen, feucht bügeln.'],
  linen: ['Wash at 40 °C, shake out, do not iron.', 'Bei 40 °C waschen, ausschütteln, nicht bügeln.'],
  hand: ['Wash by hand in cold water, dry flat.', 'Von Hand kalt waschen, liegend trocknen.'],
  wool: [
    'Air it often, wash rarely, in the wool cycle; dry flat.',
    'Oft lüften, selten waschen, im Wollprogramm; liegend trocknen.',
  ],
  clean: ['Sponge off, or take it to a dry cleaner.', 'Feucht abwischen oder chemisch reinigen lassen.'],
  leather: [
    'Brush off dry, feed with colourless balm twice a year.',
    'Trocken abbürsten, zweimal im Jahr mit farblosem Balsam pflegen.',
  ],
  suede: [
    'Brush with a suede brush, protect from rain.',
    'Mit einer Wildlederbürste pflegen, vor Regen schützen.',
  ],
  canvas: ['Wipe with a damp cloth and mild soap.', 'Mit feuchtem Tuch und milder Seife abwischen.'],
  metal: [
    'Polish with a soft dry cloth, keep away from perfume.',
    'Mit weichem, trockenem Tuch polieren, vor Parfüm schützen.',
  ],
} as const satisfies Record<string, Text>;
