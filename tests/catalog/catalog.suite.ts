import { describe } from 'vitest';
import type { OpenEngine } from './given-store.ts';
import { inventorySuite } from './inventory.suite.ts';
import { listingSuite } from './listing.suite.ts';
import { locationSuite } from './locations.suite.ts';
import { mediaSuite } from './media.suite.ts';
import { priceSuite } from './prices.suite.ts';
import { productSuite } from './products.suite.ts';
import { quoteSuite } from './quotes.suite.ts';
import { relationSuite } from './relations.suite.ts';
import { treeAndSetsSuite } from './tree-and-sets.suite.ts';
import { upsertSuite } from './upsert.suite.ts';

/** What the catalog promises, through its HTTP door, whatever engine stores it. */
export function catalogSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`the catalog on ${engineName}`, () => {
    productSuite(openEngine);
    listingSuite(openEngine);
    treeAndSetsSuite(openEngine);
    priceSuite(openEngine);
    quoteSuite(openEngine);
    mediaSuite(openEngine);
    upsertSuite(openEngine);
    relationSuite(openEngine);
    locationSuite(openEngine);
    inventorySuite(openEngine);
  });
}
