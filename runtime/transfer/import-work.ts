import type { ReportBuilder } from './report.ts';
import type { TransferClient } from './transfer-client.ts';

/** What an import of either format is given. */
export interface ImportWork {
  readonly client: TransferClient;
  /** The file's text, see `readText`. */
  readonly pieces: AsyncIterable<string>;
  readonly report: ReportBuilder;
  /** Tells of progress. */
  readonly tick: () => void;
  /** Whether to end after what is under way. */
  readonly isStopped: () => boolean;
  readonly signal: AbortSignal | undefined;
}
