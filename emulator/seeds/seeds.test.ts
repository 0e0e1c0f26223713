import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { explainErrors } from '../../runtime/validation/index.ts';
import { configOf, seedNamed, seeds, sized } from './index.ts';
import type { Seed } from './seed.ts';

function faultsOf(seed: Seed, operationId: string, inputs: readonly object[]): readonly string[] {
  const { input } = createContract(configOf(seed)).operation(operationId);
  const validator = Compile({ ...input, additionalProperties: false });
  return inputs.flatMap((value) =>
    validator.Check(value)
      ? []
      : explainErrors(input, value, validator.Errors(value)).map(
          ({ pointer, message }) => `${operationId} ${pointer} ${message}`,
        ),
  );
}

function ids(items: readonly { readonly id?: unknown }[]): readonly string[] {
  return items.map((item) => String(item.id));
}

describe.each([...seeds.map((seed) => seed.build()), sized(20)])('the seed $name', (seed) => {
  test('has inputs that the contract accepts', () => {
    const bulk = seed.products.length > 0 ? [{ products: seed.products }] : [];
    const stock = seed.stock.slice(0, 1000);
    expect([
      ...faultsOf(seed, 'catalog.locations.create', seed.locations),
      ...faultsOf(seed, 'catalog.categories.create', seed.categories),
      ...faultsOf(seed, 'catalog.products.upsert', bulk),
      ...faultsOf(
        seed,
        'catalog.collections.create',
        seed.collections.map(({ collection }) => collection),
      ),
      ...faultsOf(
        seed,
        'catalog.priceLists.create',
        seed.priceLists.map(({ list }) => list),
      ),
      ...faultsOf(seed, 'checkout.promotions.create', seed.promotions),
      ...faultsOf(seed, 'catalog.inventory.adjustMany', stock.length > 0 ? [{ adjustments: stock }] : []),
      ...faultsOf(
        seed,
        'catalog.media.upload',
        seed.files.map(({ id, filename, alt }) => ({ id, filename, alt })),
      ),
    ]).toEqual([]);
  });

  test('refers to nothing that is not in it', () => {
    // Products are looked at through what they are sent as.
    const products = seed.products as readonly (Seed['products'][number] & {
      readonly variants: readonly { readonly id: string; readonly mediaIds?: readonly string[] }[];
      readonly categoryIds: readonly string[];
      readonly media?: readonly { readonly mediaId: string }[];
      readonly related?: readonly { readonly productId: string }[];
    })[];
    const known = new Set([
      ...ids(seed.locations),
      ...ids(seed.categories),
      ...ids(seed.files),
      ...ids(products),
      ...products.flatMap((product) => ids(product.variants)),
    ]);
    const used = [
      ...seed.categories.flatMap(({ parentId }) => (parentId ? [parentId] : [])),
      ...products.flatMap((product) => product.categoryIds),
      ...products.flatMap((product) => (product.media ?? []).map((media) => media.mediaId)),
      ...products.flatMap((product) => (product.related ?? []).map((related) => related.productId)),
      ...products.flatMap((product) => product.variants.flatMap((variant) => variant.mediaIds ?? [])),
      ...seed.collections.flatMap((collection) => collection.productIds),
      ...seed.priceLists.flatMap(({ prices }) => prices.map((price) => price.variantId)),
      ...seed.promotions.flatMap(({ categoryIds = [] }) => categoryIds),
      ...seed.stock.flatMap(({ variantId, locationId }) => [variantId, locationId]),
    ];
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  test('gives every thing an id of its own, the same each time', () => {
    const all = [
      ...ids(seed.locations),
      ...ids(seed.categories),
      ...ids(seed.files),
      ...ids(seed.products),
      ...seed.collections.map(({ collection }) => collection.id),
      ...seed.priceLists.map(({ list }) => list.id),
      ...ids(seed.promotions),
    ];
    expect(new Set(all).size).toBe(all.length);
    if (seed.name === 'sized') expect(sized(20)).toEqual(seed);
    else expect(JSON.stringify(seedNamed(seed.name).build())).toBe(JSON.stringify(seed));
  });

  test('has small pictures that fetch nothing', () => {
    for (const file of seed.files) {
      const svg = file.contents();
      expect(svg.length, file.filename).toBeLessThan(8 * 1024);
      expect(svg.replace('http://www.w3.org/2000/svg', ''), file.filename).not.toMatch(
        /https?:|<image|NaN|undefined/,
      );
    }
  });
});

describe.each(seeds)('the config file of a project with the seed $name', (seed) => {
  test('declares what the seed is made for, under the name of the project', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'seed-config-'));
    const file = join(directory, 'headlesspro.config.ts');
    writeFileSync(file, seed.configSource('Corner shop'));
    const { config, project } = await loadConfig(file);
    rmSync(directory, { recursive: true });
    expect(config).toEqual({ ...configOf(seed.build()), name: 'Corner shop' });
    expect(project.seed).toBe(seed.name);
  });
});

test('a seed that does not exist is refused by naming those that do', () => {
  expect(() => seedNamed('fasion')).toThrow(
    'There is no seed "fasion"; there are fashion, electronics, empty.',
  );
});
