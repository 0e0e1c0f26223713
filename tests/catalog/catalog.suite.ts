import { describe } from 'vitest';
import type { OpenEngine } from './given-store.ts';
import { productSuite } from './products.suite.ts';

/** What the catalog promises, through its HTTP door, whatever engine stores it. */
export function catalogSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`the catalog on ${engineName}`, () => {
    productSuite(openEngine);
  });
}
