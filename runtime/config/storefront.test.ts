import { expect, test } from 'vitest';
import { ConfigError, declareConfig, parseConfig } from './index.ts';

test('the page of an order is where the template has it, unless the config says otherwise', () => {
  const { config } = parseConfig({ name: 'Shop', storefront: { url: 'https://shop.example' } });
  expect(config.storefront).toEqual({
    url: 'https://shop.example',
    orderPath: '/orders/{orderId}#token={token}',
  });
  expect(declareConfig(config).storefront).toEqual({ url: 'https://shop.example' });
});

test.each([
  [{ url: 'https://shop.example/' }, '/storefront/url'],
  [{ url: 'shop.example' }, '/storefront/url'],
  [{ url: 'javascript:alert(1)' }, '/storefront/url'],
  [{ url: 'https://shop.example', orderPath: '/orders/{orderId}' }, '/storefront/orderPath'],
  [{ url: 'https://shop.example', orderPath: '{orderId}/{token}' }, '/storefront/orderPath'],
])('%j is refused', (storefront, pointer) => {
  try {
    parseConfig({ name: 'Shop', storefront });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.issues.map((issue) => issue.pointer)).toEqual([pointer]);
  }
});
