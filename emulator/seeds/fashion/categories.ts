import type { SeedCategory } from '../build-categories.ts';

/** A tree, in the order in which a shop shows it. */
export const categories: readonly SeedCategory[] = [
  {
    key: 'women',
    name: ['Women', 'Damen'],
    slug: 'damen',
    text: [
      'Clothes for her, from everyday basics to evenings out.',
      'Mode für sie, vom Alltag bis zum Abend.',
    ],
    children: [
      { key: 'women-tops', name: ['Tops & blouses', 'Oberteile & Blusen'], slug: 'damen-oberteile' },
      { key: 'women-knitwear', name: ['Knitwear', 'Strick'], slug: 'damen-strick' },
      { key: 'women-dresses', name: ['Dresses & jumpsuits', 'Kleider & Jumpsuits'], slug: 'damen-kleider' },
      { key: 'women-bottoms', name: ['Trousers & skirts', 'Hosen & Röcke'], slug: 'damen-hosen-und-roecke' },
      { key: 'women-outerwear', name: ['Coats & jackets', 'Mäntel & Jacken'], slug: 'damen-jacken' },
    ],
  },
  {
    key: 'men',
    name: ['Men', 'Herren'],
    slug: 'herren',
    text: ['Clothes for him, made to be worn for years.', 'Mode für ihn, gemacht für viele Jahre.'],
    children: [
      { key: 'men-shirts', name: ['Shirts & tees', 'Hemden & T-Shirts'], slug: 'herren-hemden' },
      { key: 'men-knitwear', name: ['Knitwear & sweats', 'Strick & Sweat'], slug: 'herren-strick' },
      { key: 'men-bottoms', name: ['Trousers & shorts', 'Hosen & Shorts'], slug: 'herren-hosen' },
      { key: 'men-outerwear', name: ['Coats & jackets', 'Mäntel & Jacken'], slug: 'herren-jacken' },
    ],
  },
  {
    key: 'shoes',
    name: ['Shoes', 'Schuhe'],
    slug: 'schuhe',
    text: [
      'Sneakers, boots and sandals that can be resoled.',
      'Sneaker, Stiefel und Sandalen, die sich neu besohlen lassen.',
    ],
    children: [
      { key: 'sneakers', name: ['Sneakers', 'Sneaker'], slug: 'sneaker' },
      { key: 'boots-and-loafers', name: ['Boots & loafers', 'Stiefel & Loafer'], slug: 'stiefel-und-loafer' },
      { key: 'sandals', name: ['Sandals', 'Sandalen'], slug: 'sandalen' },
    ],
  },
  {
    key: 'accessories',
    name: ['Accessories', 'Accessoires'],
    slug: 'accessoires',
    text: ['The small things that make an outfit.', 'Die kleinen Dinge, die ein Outfit ausmachen.'],
    children: [
      { key: 'bags', name: ['Bags', 'Taschen'], slug: 'taschen' },
      { key: 'hats-and-scarves', name: ['Hats & scarves', 'Mützen & Schals'], slug: 'muetzen-und-schals' },
      {
        key: 'jewellery-and-watches',
        name: ['Jewellery & watches', 'Schmuck & Uhren'],
        slug: 'schmuck-und-uhren',
      },
      { key: 'small-goods', name: ['Small goods', 'Kleines'], slug: 'kleines' },
    ],
  },
];
