import { refusalReason } from '../refusal-reason.ts';
import type { RecordOutcome, ReportBuilder } from '../report.ts';
import { refusalOf, type TransferClient } from '../transfer-client.ts';
import type { RecordData, TransferRecord } from './read-records.ts';

/** What writes records of a kind: a call for all of them, or one each. */
export type WriteRecords = (records: readonly TransferRecord[], tools: RecordTools) => Promise<void>;

/** What a record is about, in the words of the file. */
export function subjectOf({ data }: TransferRecord): string | null {
  const name = data.slug ?? data.name ?? data.id ?? data.filename ?? data.variantId ?? data.collectionId;
  return typeof name === 'string' ? name : null;
}

/** Whether a second run finds what a record made: else it would make another one. */
export function isFoundAgain(data: RecordData, keys: readonly string[]): boolean {
  return keys.some((key) => typeof data[key] === 'string');
}

export function neededKey(keys: readonly string[]): string {
  const named = keys.map((key) => `"${key}"`).join(' or ');
  return `The record needs ${named}, by which it is found again.`;
}

/** The platform, and the report of what came of each record. */
export class RecordTools {
  readonly client: TransferClient;
  readonly report: ReportBuilder;

  constructor(client: TransferClient, report: ReportBuilder) {
    this.client = client;
    this.report = report;
  }

  count({ kind }: TransferRecord, outcome: RecordOutcome): void {
    this.report.count(kind, outcome);
  }

  refuse(record: TransferRecord, reason: string, field: string | null = null): void {
    const { line, kind } = record;
    this.report.refuse({ line, kind, subject: subjectOf(record), field, reason });
  }

  /** Does the work of one record; a refusal by the platform is the record's, everything else is thrown. */
  async attempt(record: TransferRecord, work: () => Promise<RecordOutcome>): Promise<void> {
    try {
      this.count(record, await work());
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      const { reason, field } = refusalReason(refusal.message, refusal.errors);
      this.refuse(record, reason, field);
    }
  }
}
