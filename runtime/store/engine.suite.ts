import { describe } from 'vitest';
import { describeDeliveryTimes } from './delivery-times.suite.ts';
import { describeDocuments } from './documents.suite.ts';
import { describeRepeatedReads } from './repeated-reads.suite.ts';
import { describeSealing } from './sealed/sealing.suite.ts';
import { lamps, sealedLamps } from './suite-collections.ts';
import type { TestDatabase } from './test-database.suite.ts';

/** What every storage engine keeps, whichever database it stands on. Run by the tests beside each engine. */
export function describeEngine(createDatabase: () => Promise<TestDatabase>): void {
  describe.each([
    ['lie open', lamps],
    ['are sealed', sealedLamps],
  ] as const)('with documents that %s', (_how, of) => {
    describeDocuments(createDatabase, of);
    describe('repeated reads', () => describeRepeatedReads(createDatabase, of));
  });
  describe('sealing', () => describeSealing(createDatabase));
  describe('deliveries', () => describeDeliveryTimes(createDatabase));
}
