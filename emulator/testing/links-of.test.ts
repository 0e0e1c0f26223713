import { expect, test } from 'vitest';
import { linksOf } from './links-of.ts';

test.each([
  [
    'See your order:\nhttps://shop.example/orders/1?token=a-b_c.d\n',
    ['https://shop.example/orders/1?token=a-b_c.d'],
  ],
  ['At https://a.example/x, or (http://b.example/y).', ['https://a.example/x', 'http://b.example/y']],
  ['https://a.example/x and again https://a.example/x', ['https://a.example/x']],
  ['Nothing here: shop.example', []],
])('finds the links of %j', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});
