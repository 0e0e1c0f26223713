import { ProductBatches, type RowResult } from '../product-batches.ts';
import { refusalReason } from '../refusal-reason.ts';
import type { RecordOutcome } from '../report.ts';
import type { StoreFacts } from '../store-facts.ts';
import { productAttributes, withoutProductReferences } from './product-references.ts';
import type { RecordData, TransferRecord } from './read-records.ts';
import { isFoundAgain, neededKey, type RecordTools } from './record-tools.ts';
import { Spill } from './spill.ts';

/** A product whose references wait until all products are there. */
interface Deferred {
  readonly record: TransferRecord;
  /** What came of it without them. */
  readonly outcome: RecordOutcome;
}

/** By what the upsert finds a product. */
const keys = ['id', 'externalId', 'slug'];

/**
 * Products, in bulk. They may refer to one another, in any order and in circles: such a product goes in without its
 * references first, and with them when all products are there.
 */
export class ProductWriter {
  readonly #tools: RecordTools;
  readonly #references: ReadonlySet<string>;
  readonly #deferred = new Spill<Deferred>();
  readonly #batches: ProductBatches<{ readonly record: TransferRecord; readonly isDeferred: boolean }>;

  constructor(tools: RecordTools, facts: StoreFacts) {
    this.#tools = tools;
    this.#references = productAttributes(facts);
    this.#batches = new ProductBatches(tools.client, async (results) => {
      for (const [{ record, isDeferred }, result] of results) {
        if (isDeferred) await this.#deferred.add({ record, outcome: result.outcome });
        else this.#settle(record, result.outcome, result);
      }
    });
  }

  async add(record: TransferRecord): Promise<void> {
    if (!isFoundAgain(record.data, keys)) return this.#tools.refuse(record, neededKey(keys));
    const alone: RecordData | undefined = withoutProductReferences(record.data, this.#references);
    await this.#batches.add({ record, isDeferred: alone !== undefined }, alone ?? record.data);
  }

  flush(): Promise<void> {
    return this.#batches.flush();
  }

  /** Writes what was put off. */
  async finish(isStopped: () => boolean): Promise<void> {
    await this.flush();
    const batches = new ProductBatches<Deferred>(this.#tools.client, async (results) => {
      for (const [{ record, outcome }, result] of results) {
        const isNew = outcome === 'created' && result.outcome !== 'refused';
        const isChanged = outcome === 'updated' && result.outcome === 'unchanged';
        this.#settle(record, isNew || isChanged ? outcome : result.outcome, result);
      }
    });
    for await (const deferred of this.#deferred.values()) {
      if (isStopped()) break;
      await batches.add(deferred, deferred.record.data);
    }
    await batches.flush();
  }

  remove(): Promise<void> {
    return this.#deferred.remove();
  }

  #settle(record: TransferRecord, outcome: RecordOutcome, { problem }: RowResult): void {
    if (!problem) {
      this.#tools.count(record, outcome);
      return;
    }
    const { reason, field } = refusalReason(problem.detail, problem.errors);
    this.#tools.refuse(record, reason, field);
  }
}
