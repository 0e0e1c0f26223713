import type { Collection, Engine, StoreClock } from './port.ts';
import type { EncryptionKeys } from './sealed/index.ts';

/** One empty database of an engine under test. */
export interface TestDatabase {
  open(
    collections: readonly Collection[],
    clock: StoreClock,
    encryptionKeys: EncryptionKeys,
  ): Promise<Engine>;
  /** Makes the closed database look as if a later version of the program had written it. */
  raiseSchemaVersion(): Promise<void>;
  /** Makes the closed database one of version 1, in which a claim had no time of its own. */
  lowerSchemaVersion(): Promise<void>;
  /** Everything that lies on the disk, or that a dump of it holds. */
  contents(): Promise<string>;
  remove(): Promise<void>;
}

/** What version 2 brought, taken away again. */
export const withoutLeases = `
  DROP INDEX outbox_deliveries_waiting;
  DROP INDEX outbox_deliveries_leased;
  ALTER TABLE outbox_deliveries DROP COLUMN leased_until;
  CREATE INDEX outbox_deliveries_ready ON outbox_deliveries (ready_at, sequence) WHERE ready_at IS NOT NULL;
`;
