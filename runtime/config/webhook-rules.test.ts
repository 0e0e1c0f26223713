import { expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import { declareConfig } from './declare-config.ts';
import type { Config } from './define-config.ts';
import { parseConfig } from './parse-config.ts';

const webhook = {
  ...{ key: 'erp', url: 'https://erp.example.com/hooks', events: ['order.*'], secret: { env: 'ERP_SECRET' } },
};
const parse = (webhooks: unknown) => parseConfig({ name: 'Shop', webhooks }).config;

function faultsOf(webhooks: unknown) {
  try {
    parse(webhooks);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.issues;
    throw error;
  }
}

test('a webhook needs a key, a URL, events and a secret; the rest has defaults', () => {
  expect(parse([webhook]).webhooks).toEqual([
    {
      ...webhook,
      ...{ description: null, conditions: [], payload: 'full', format: 'standard', apiVersion: 'v1' },
      ...{ ordering: 'none', rateLimit: null, disableAfterDays: 5 },
    },
  ]);
});

test('what was declared comes back from the configuration', () => {
  const declared: Config = {
    name: 'Shop',
    webhooks: [
      webhook,
      {
        ...{ ...webhook, key: 'large-orders', events: ['order.placed'], payload: 'thin', rateLimit: 10 },
        conditions: [
          { path: 'grandTotal.amount', operator: 'at_least', values: [10_000] },
          { path: 'note', operator: 'missing' },
        ],
        disableAfterDays: null,
      },
    ],
  };
  const config = parseConfig(declared).config;
  expect(config.webhooks[1]?.conditions[0]?.values).toEqual(['10000']);
  expect(parseConfig(declareConfig(config)).config).toEqual(config);
});

test.each([
  [{ ...webhook, secret: 'whsec_abc' }, '/webhooks/0/secret'],
  [{ ...webhook, url: 'https://user:secret@erp.example.com/' }, '/webhooks/0/url'],
  [{ ...webhook, url: 'ftp://erp.example.com/' }, '/webhooks/0/url'],
  [{ ...webhook, events: ['order'] }, '/webhooks/0/events/0'],
  [
    { ...webhook, conditions: [{ path: 'a', operator: 'exists', values: ['b'] }] },
    '/webhooks/0/conditions/0/values',
  ],
  [{ ...webhook, conditions: [{ path: 'a', operator: 'equals' }] }, '/webhooks/0/conditions/0/values'],
])('%j is refused', (declared, pointer) => {
  expect(faultsOf([declared]).map((fault) => fault.pointer)).toContain(pointer);
});

test('a key belongs to one webhook', () => {
  expect(faultsOf([webhook, webhook])).toMatchObject([{ pointer: '/webhooks/1/key' }]);
});
