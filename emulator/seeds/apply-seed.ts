import { parseConfig, type StoreConfig } from '../../runtime/config/index.ts';
import { Problem } from '../../runtime/contract/problem.ts';
import type { ExecuteOptions } from '../../runtime/runtime.ts';
import type { Seed, SeedFile } from './seed.ts';

/** The doors of a running platform that a seed goes through: the same operations that users call. */
export interface SeedTarget {
  execute(
    storeId: string,
    operationId: string,
    input: Readonly<Record<string, unknown>>,
    options?: ExecuteOptions,
  ): Promise<unknown>;
}

export interface SeedReport {
  readonly products: number;
  readonly files: number;
  /** Rows of the bulk operations that were refused, with why. A seed of ours has none. */
  readonly refused: readonly string[];
}

type Call = (operationId: string, input: object, file?: SeedFile) => Promise<unknown>;

function isTaken(error: unknown): boolean {
  return error instanceof Problem && error.code === 'already_exists';
}

/** Creates what isn't there; what has the id already stays as it is. */
async function create(call: Call, operationId: string, input: object, file?: SeedFile): Promise<void> {
  try {
    await call(operationId, input, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
}

interface BulkResult {
  readonly results: readonly {
    readonly index: number;
    readonly outcome: string;
    readonly problem: { readonly detail: string; readonly errors: readonly { message: string }[] } | null;
  }[];
}

/** Calls a bulk operation with up to 1,000 rows at a time. Returns what was refused, in words. */
async function inBatches(
  call: Call,
  operationId: string,
  property: string,
  rows: readonly object[],
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (let start = 0; start < rows.length; start += 1000) {
    // Each bulk operation answers with results in this shape.
    const answer = (await call(operationId, { [property]: rows.slice(start, start + 1000) })) as BulkResult;
    for (const { index, outcome, problem } of answer.results) {
      const errors = problem?.errors.map((error) => error.message).join(' ') ?? '';
      if (outcome === 'refused') refused.push(`${property}/${start + index}: ${problem?.detail} ${errors}`);
    }
  }
  return refused;
}

/**
 * Fills a configured store. Running it again changes nothing that is there, but for products, which get their
 * first state back, and stock, which is counted anew where it was never counted.
 */
export async function applySeed(target: SeedTarget, storeId: string, seed: Seed): Promise<SeedReport> {
  const call: Call = (operationId, input, file) =>
    target.execute(
      storeId,
      operationId,
      { ...input },
      file && { file: { contentType: file.contentType, contents: Buffer.from(file.contents()) } },
    );
  for (const location of seed.locations) await create(call, 'catalog.locations.create', location);
  for (const category of seed.categories) await create(call, 'catalog.categories.create', category);
  for (const file of seed.files) {
    const { id, filename, alt } = file;
    await create(call, 'catalog.media.upload', { id, filename, alt }, file);
  }
  // Related products refer to one another, so all of them are there before any of them says so.
  const alone = seed.products.map(({ related: _, ...product }) => product);
  const refusedAlone = await inBatches(call, 'catalog.products.upsert', 'products', alone);
  const relating =
    refusedAlone.length > 0 ? [] : seed.products.filter(({ related }) => related !== undefined);
  const refusedRelating = await inBatches(call, 'catalog.products.upsert', 'products', relating);
  const refusedProducts = [...refusedAlone, ...refusedRelating];
  for (const { collection, productIds } of seed.collections) {
    await create(call, 'catalog.collections.create', collection);
    if (productIds.length > 0) {
      await call('catalog.collections.addProducts', {
        collectionId: collection.id,
        productIds: [...productIds],
      });
    }
  }
  for (const { list, prices } of seed.priceLists) {
    await create(call, 'catalog.priceLists.create', list);
    for (let start = 0; start < prices.length; start += 1000) {
      const batch = prices.slice(start, start + 1000);
      await call('catalog.priceLists.setPrices', { priceListId: list.id, prices: batch });
    }
  }
  for (const promotion of seed.promotions) await create(call, 'checkout.promotions.create', promotion);
  const refusedStock = await inBatches(call, 'catalog.inventory.adjustMany', 'adjustments', seed.stock);
  return {
    products: seed.products.length,
    files: seed.files.length,
    refused: [...refusedProducts, ...refusedStock],
  };
}

/** The configuration of a seed as the runtime uses it. */
export function configOf(seed: Seed): StoreConfig {
  return parseConfig(seed.config).config;
}
