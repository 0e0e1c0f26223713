export type TransferFormat = 'shopify-csv' | 'jsonl';

/** What records of a file are about, in the order in which one can refer to another. */
export const recordKinds = [
  'location',
  'category',
  'media',
  'collection',
  'product',
  'collection_products',
  'price_list',
  'list_price',
  'promotion',
  'stock_level',
] as const;

export type RecordKind = (typeof recordKinds)[number];

export type RecordOutcome = 'created' | 'updated' | 'unchanged' | 'refused';

/** One thing of the file that did not go in. */
export interface Refusal {
  /** Line of the file, from 1; a row with line breaks inside quotes counts from its first line. */
  readonly line: number;
  readonly kind: RecordKind | null;
  /** What it is about: a handle, slug or id, where it has one. */
  readonly subject: string | null;
  /** Column or JSON pointer, where one is at fault. */
  readonly field: string | null;
  readonly reason: string;
}

export interface ImportReport {
  readonly format: TransferFormat;
  /** Rows or records read, the header not counted. */
  readonly records: number;
  /** By kind, those that occurred. */
  readonly counts: { readonly [kind in RecordKind]?: Readonly<Record<RecordOutcome, number>> };
  readonly refused: number;
  /** The first 1,000 that were known, by line. All of them go to `onRefusal`. */
  readonly refusals: readonly Refusal[];
  /** What was done differently, or left out, and is no record's fault: columns that are not read, say. */
  readonly notes: readonly string[];
  /** False where it was stopped; what is counted went in. */
  readonly isComplete: boolean;
}

export interface ImportProgress {
  readonly records: number;
  readonly bytes: number;
}

const kept = 1000;
const maximumNotes = 200;

/** Collects a report while the work goes on. Its size does not depend on the file's. */
export class ReportBuilder {
  readonly #format: TransferFormat;
  readonly #onRefusal: (refusal: Refusal) => void;
  readonly #counts = new Map<RecordKind, Record<RecordOutcome, number>>();
  readonly #refusals: Refusal[] = [];
  readonly #notes = new Map<string, { readonly lines: number[]; others: number }>();
  #refused = 0;
  records = 0;

  constructor(format: TransferFormat, onRefusal: (refusal: Refusal) => void = () => undefined) {
    this.#format = format;
    this.#onRefusal = onRefusal;
  }

  count(kind: RecordKind, outcome: RecordOutcome, change = 1): void {
    const counts = this.#counts.get(kind) ?? { created: 0, updated: 0, unchanged: 0, refused: 0 };
    counts[outcome] += change;
    this.#counts.set(kind, counts);
  }

  refuse(refusal: Refusal): void {
    this.#refused += 1;
    if (refusal.kind) this.count(refusal.kind, 'refused');
    if (this.#refusals.length < kept) this.#refusals.push(refusal);
    this.#onRefusal(refusal);
  }

  /** The same note is made once, with the lines it is about where lines are given. */
  note(text: string, line?: number): void {
    if (!this.#notes.has(text) && this.#notes.size >= maximumNotes) return;
    const note = this.#notes.get(text) ?? { lines: [], others: 0 };
    this.#notes.set(text, note);
    if (line === undefined || note.lines.at(-1) === line) return;
    if (note.lines.length < 5) note.lines.push(line);
    else note.others += 1;
  }

  build(isComplete: boolean): ImportReport {
    return {
      format: this.#format,
      records: this.records,
      counts: Object.fromEntries(this.#counts),
      refused: this.#refused,
      refusals: [...this.#refusals].sort((left, right) => left.line - right.line),
      notes: [...this.#notes].map(([text, { lines, others }]) => text + atLines(lines, others)),
      isComplete,
    };
  }
}

function atLines(lines: readonly number[], others: number): string {
  if (lines.length === 0) return '';
  return ` (line ${lines.join(', ')}${others > 0 ? ` and ${others.toLocaleString('en')} more` : ''})`;
}
