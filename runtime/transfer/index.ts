export { formatOfName } from './detect-format.ts';
export { exportStore } from './export-store.ts';
export { type ImportOptions, importFile } from './import-file.ts';
export { ordersAsCsv } from './orders/orders-as-csv.ts';
export {
  type ImportReport,
  type RecordKind,
  type Refusal,
  recordKinds,
  type TransferFormat,
} from './report.ts';
export { type ExportClient, refusalOf } from './transfer-client.ts';
export { ImpossibleTransfer, UnreadableFile } from './unreadable-file.ts';
