import { callInHalves, inRow } from './call-in-halves.ts';
import type { RecordOutcome } from './report.ts';
import type { TransferClient } from './transfer-client.ts';

type Input = Readonly<Record<string, unknown>>;

export interface RowProblem {
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
}

export interface RowResult {
  readonly outcome: RecordOutcome;
  readonly id: string | null;
  readonly variantIds: readonly string[];
  readonly problem: RowProblem | null;
}

/** Of 1,000 that a call takes: one transaction that doesn't keep other writers waiting for long. */
const rowsPerCall = 250;
/** Of the 8 MB that a call takes. */
const charactersPerCall = 3 * 1024 * 1024;

interface Waiting<Item> {
  readonly item: Item;
  readonly input: Input;
}

/** Products on their way to the bulk upsert, gathered to calls. What came of each is told in the order added. */
export class ProductBatches<Item> {
  readonly #client: TransferClient;
  readonly #onResult: (results: readonly (readonly [Item, RowResult])[]) => Promise<void>;
  #waiting: Waiting<Item>[] = [];
  #characters = 0;

  constructor(
    client: TransferClient,
    onResult: (results: readonly (readonly [Item, RowResult])[]) => Promise<void>,
  ) {
    this.#client = client;
    this.#onResult = onResult;
  }

  async add(item: Item, input: Input): Promise<void> {
    const characters = JSON.stringify(input).length;
    if (this.#characters + characters > charactersPerCall) await this.flush();
    this.#waiting.push({ item, input });
    this.#characters += characters;
    if (this.#waiting.length >= rowsPerCall) await this.flush();
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#characters = 0;
    if (waiting.length === 0) return;
    const results = await this.#upsert(waiting);
    await this.#onResult(
      waiting.map(({ item }, index) => {
        const result = results[index];
        if (!result) throw new Error('The bulk upsert did not answer for every row.');
        return [item, result] as const;
      }),
    );
  }

  async #upsert(rows: readonly Waiting<Item>[]): Promise<readonly RowResult[]> {
    return callInHalves<Waiting<Item>, RowResult>(
      rows,
      async (part) => {
        const products = part.map(({ input }) => input);
        const answer = await this.#client.execute('catalog.products.upsert', { products });
        return (answer as { results: RowResult[] }).results; // as the contract has it
      },
      (refusal) => {
        const { message, errors } = inRow(refusal, 'products');
        const problem = { detail: message, errors };
        return { outcome: 'refused', id: null, variantIds: [], problem };
      },
    );
  }
}
