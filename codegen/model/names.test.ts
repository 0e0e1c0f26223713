import { expect, test } from 'vitest';
import { byName, inputName, pascalCase } from './names.ts';

test.each([
  ['products', 'list', 'Product', 'ListProducts'],
  ['products', 'get', 'Product', 'GetProduct'],
  ['products', 'getBySlug', 'Product', 'GetProductBySlug'],
  ['products', 'upsert', 'Product', 'UpsertProducts'],
  ['categories', 'move', 'Category', 'MoveCategory'],
  ['priceLists', 'setPrices', 'PriceList', 'SetPriceListPrices'],
  ['media', 'upload', 'Media', 'UploadMedia'],
  ['inventory', 'adjust', undefined, 'AdjustInventory'],
  ['inventory', 'listLevels', 'InventoryLevel', 'ListInventoryLevels'],
  ['settings', 'update', 'StoreSettings', 'UpdateSettings'],
])('the input of %s.%s, which answers %s, is %s', (resource, method, singular, expected) => {
  expect(inputName(resource, method, singular)).toBe(expected);
});

test('names of events become names of types', () => {
  expect(pascalCase('price_list.created')).toBe('PriceListCreated');
});

test('names are ordered alike on every machine', () => {
  expect(['b', 'Ä', 'a', 'Z', 'z'].sort(byName)).toEqual(['Z', 'a', 'b', 'z', 'Ä']);
});
