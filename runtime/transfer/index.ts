export { formatOfName } from './detect-format.ts';
export { type ExportOptions, exportStore } from './export-store.ts';
export { type ImportOptions, importFile } from './import-file.ts';
export {
  formats,
  type ImportProgress,
  type ImportReport,
  type RecordKind,
  type RecordOutcome,
  type Refusal,
  recordKinds,
  type TransferFormat,
} from './report.ts';
export type { ExportClient, TransferClient, TransferFile } from './transfer-client.ts';
export { ImpossibleTransfer, UnreadableFile } from './unreadable-file.ts';
