import { expect, test } from 'vitest';
import { foldedTitle, freeSlug, slugOf } from './slug.ts';

test.each([
  ['Crème brûlée', 'creme-brulee'],
  ['  Größe "XL" & mehr ', 'groesse-xl-and-mehr'],
  ['Тёплый шарф', 'tyopliy-sharf'],
  ['!!!', 'product'],
])('the slug of %s is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a slug that is taken gets the first number that is free', async () => {
  const taken = new Set(['scarf', 'scarf-2', 'scarf-4']);
  expect(await freeSlug('scarf', async (slug) => taken.has(slug))).toBe('scarf-3');
  expect(await freeSlug('hat', async (slug) => taken.has(slug))).toBe('hat');
});

test('a long title makes a slug that does not end in a hyphen', () => {
  const slug = slugOf(`${'a'.repeat(199)} b`);
  expect(slug).toBe('a'.repeat(199));
});

test('titles are folded to sort', () => {
  expect(['Zebra', 'écharpe', 'Apron'].sort((a, b) => (foldedTitle(a) < foldedTitle(b) ? -1 : 1))).toEqual([
    ...['Apron', 'écharpe', 'Zebra'],
  ]);
});
