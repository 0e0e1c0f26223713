import { exportRecords } from './jsonl/export-records.ts';
import type { RecordKind, TransferFormat } from './report.ts';
import { exportProducts } from './shopify/export-products.ts';
import type { ExportClient } from './transfer-client.ts';

export interface ExportOptions {
  readonly client: ExportClient;
  readonly format: TransferFormat;
  /** Whether JSON Lines carry media files. */
  readonly withFiles: boolean;
  readonly onRecord?: ((kind: RecordKind) => void) | undefined;
  /** What the format can't say of this store; each once. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** The catalog of a store as text, piece by piece; `importFile` is its inverse. */
export function exportStore(options: ExportOptions): AsyncIterable<string> {
  const { client, format, withFiles, onRecord = () => undefined, onNote = () => undefined } = options;
  if (format === 'jsonl') return exportRecords({ client, withFiles, onRecord });
  return exportProducts({ client, onRecord, onNote });
}
