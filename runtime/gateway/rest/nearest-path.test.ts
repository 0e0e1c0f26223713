import { expect, test } from 'vitest';
import { nearestPath } from './nearest-path.ts';

const routes = [
  '/',
  '/graphql',
  '/v1/products',
  '/v1/products/:productId',
  '/v1/products/by-slug/:slug',
  '/v1/store',
];

test.each([
  ['/v1/product', '/v1/products'],
  ['/v1/Products', '/v1/products'],
  ['/v1/products/', '/v1/products'],
  ['/v1/product/prod_1', '/v1/products/prod_1'],
  ['/v1/products/by_slug/shirt', '/v1/products/by-slug/shirt'],
  ['/products', '/v1/products'],
  ['/products/prod_1', '/v1/products/prod_1'],
  ['/api/products', '/v1/products'],
  ['/v2/products', '/v1/products'],
  ['/graphq', '/graphql'],
  ['/v1/graphql', '/graphql'],
])('%s is close to %s', (asked, expected) => {
  expect(nearestPath(asked, routes)).toBe(expected);
});

test.each(['/', '/wp-login.php', '/wp-admin/setup.php', '/v1/checkouts', '/v1/products/a/b/c/d'])(
  '%s is close to nothing',
  (asked) => {
    expect(nearestPath(asked, routes)).toBeUndefined();
  },
);
