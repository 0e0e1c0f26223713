import { formatOfName, formatOfText } from './detect-format.ts';
import { importRecords } from './jsonl/import-records.ts';
import { readText } from './read-text.ts';
import {
  type ImportProgress,
  type ImportReport,
  type Refusal,
  ReportBuilder,
  type TransferFormat,
} from './report.ts';
import { importShopifyProducts, type ShopifyOptions } from './shopify/import-products.ts';
import type { TransferClient } from './transfer-client.ts';
import { UnreadableFile } from './unreadable-file.ts';

export interface ImportOptions extends ShopifyOptions {
  readonly client: TransferClient;
  readonly source: AsyncIterable<Uint8Array>;
  /** Told by the name, else by the content, unless given. */
  readonly format?: TransferFormat | undefined;
  readonly fileName?: string | undefined;
  /** Where it aborts, what is under way is finished and the report says what went in. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Called for each record that is refused, in the order in which it is known. */
  readonly onRefusal?: ((refusal: Refusal) => void) | undefined;
}

/** The first piece, and all of them. */
async function lookAhead(pieces: AsyncGenerator<string>) {
  const first = await pieces.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* pieces;
  }
  return { begin: first.done ? '' : first.value, all: all() };
}

/**
 * Brings a file into a store. Good records go in, each that is refused is reported, and running it again changes
 * nothing that is as the file says. Memory does not grow with the file.
 *
 * @throws {UnreadableFile} where nothing of it can be read; what breaks off later is reported as a refusal.
 * @throws {ImpossibleTransfer} where a choice is missing; what was answered for until then has gone in.
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { client, source, fileName, signal, onProgress, onRefusal } = options;
  let bytes = 0;
  const { begin, all } = await lookAhead(
    readText(source, (more) => {
      bytes += more;
    }),
  );
  const format = options.format ?? formatOfName(fileName ?? '') ?? formatOfText(begin);
  const report = new ReportBuilder(format, onRefusal);
  const isStopped = () => signal?.aborted ?? false;
  const tick = () => onProgress?.({ records: report.records, bytes });
  const work = { client, pieces: all, report, tick, isStopped, signal };
  try {
    if (format === 'jsonl') await importRecords(work);
    else await importShopifyProducts(work, options);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    // Cut off in the middle, no file ends as it should.
    if (!isStopped()) {
      if (report.records === 0) throw error;
      const { line, message, fix } = error;
      report.refuse({ line, kind: null, subject: null, field: null, reason: `${message} ${fix}` });
    }
  }
  return report.build(!isStopped());
}
