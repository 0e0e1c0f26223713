import { callInHalves, inRow } from './call-in-halves.ts';
import type { RowProblem } from './product-batches.ts';
import type { TransferClient } from './transfer-client.ts';

export interface StockCount {
  readonly variantId: string;
  readonly locationId: string;
  readonly onHand?: number;
  readonly safetyStock?: number;
}

export interface StockResult {
  readonly outcome: 'adjusted' | 'unchanged' | 'refused';
  readonly problem: RowProblem | null;
}

/** Sets stock levels, 1,000 a call. Results come in the order given. */
export async function setStock(
  client: TransferClient,
  counts: readonly (StockCount & Readonly<Record<string, unknown>>)[],
): Promise<readonly StockResult[]> {
  const results: StockResult[] = [];
  for (let start = 0; start < counts.length; start += 1000) {
    const part = await callInHalves<StockCount, StockResult>(
      counts.slice(start, start + 1000),
      async (rows) => {
        const adjustments = rows.map((count) => ({ reason: 'imported', ...count }));
        const answer = await client.execute('catalog.inventory.adjustMany', { adjustments });
        return (answer as { results: StockResult[] }).results; // as the contract has it
      },
      (refusal) => {
        const { message, errors } = inRow(refusal, 'adjustments');
        return { outcome: 'refused', problem: { detail: message, errors } };
      },
    );
    results.push(...part);
  }
  return results;
}
