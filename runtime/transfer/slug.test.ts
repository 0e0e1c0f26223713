import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['linen-shirt', 'linen-shirt'],
  ['Linen Shirt', 'linen-shirt'],
  ['linen_shirt--2', 'linen-shirt-2'],
  ['Crème brûlée', 'creme-brulee'],
  ['Größe 42', 'grosse-42'],
  ['日本茶', '日本茶'],
  ['--', ''],
])('%s becomes "%s"', (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});

test('a slug is not longer than the platform takes', () => {
  expect(slugOf(`${'word '.repeat(80)}`).length).toBeLessThanOrEqual(255);
});
