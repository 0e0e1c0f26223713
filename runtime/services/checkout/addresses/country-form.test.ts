import { expect, test } from 'vitest';
import type { StoreConfig } from '../../../config/store-config.ts';
import { countryForm } from './country-form.ts';
import { countryRules } from './country-rules.ts';

function storeWith(zone: { countries?: string[]; regions?: string[] }): StoreConfig {
  // Nothing but the zones is looked at.
  return { shipping: { zones: [{ countries: [], regions: [], ...zone }] } } as unknown as StoreConfig;
}

async function form(code: string, store: StoreConfig) {
  const rules = await countryRules(code);
  if (!rules) throw new Error(`There are no rules of ${code}.`);
  return countryForm(code, rules, store);
}

test.each<[string, string[]]>([
  ['DE', ['lastName', 'addressLine1', 'city', 'postalCode']],
  ['US', ['lastName', 'addressLine1', 'city', 'region', 'postalCode']],
  ['HK', ['lastName', 'addressLine1']],
])('an address in %s needs %j', async (code, fields) => {
  expect((await form(code, storeWith({}))).requiredFields).toEqual(fields);
});

test('a country is delivered to when a zone holds it, a region of it, or everywhere', async () => {
  const isDelivered = async (code: string, zone: Parameters<typeof storeWith>[0]) =>
    (await form(code, storeWith(zone))).isDeliveredTo;
  expect(await isDelivered('AT', { countries: ['DE'] })).toBe(false);
  expect(await isDelivered('DE', { countries: ['DE'] })).toBe(true);
  expect(await isDelivered('US', { regions: ['US-CA'] })).toBe(true);
  expect(await isDelivered('NZ', { countries: ['*'] })).toBe(true);
});
