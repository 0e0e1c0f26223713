import { refusalReason } from '../refusal-reason.ts';
import { type StockCount, setStock } from '../set-stock.ts';
import type { WriteRecords } from './record-tools.ts';

/** Sets stock levels; the history says that they were imported, unless the record says something else. */
export const writeStockLevels: WriteRecords = async (records, tools) => {
  // Checked by the operation.
  const counts = records.map(({ data }) => data as unknown as StockCount & Record<string, unknown>);
  const results = await setStock(tools.client, counts);
  for (const [index, record] of records.entries()) {
    const result = results[index];
    if (result?.outcome === 'refused') {
      const { reason, field } = refusalReason(result.problem?.detail ?? '', result.problem?.errors ?? []);
      tools.refuse(record, reason, field);
    } else tools.count(record, result?.outcome === 'unchanged' ? 'unchanged' : 'updated');
  }
};
