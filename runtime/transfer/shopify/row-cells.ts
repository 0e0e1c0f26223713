import { type Column, columnNames } from './column-names.ts';
import type { Header } from './columns.ts';
import type { Row } from './read-rows.ts';

/** Something in a product's rows that keeps it out. */
export interface RowFault {
  readonly line: number;
  /** The column's name in the file. */
  readonly field: string | null;
  readonly reason: string;
}

const yes = ['true', 'yes', '1'];
const no = ['false', 'no', '0'];

/** The cells of one row, by column; faults go to a list, so that all of them are known at once. */
export class RowCells {
  readonly line: number;
  readonly #header: Header;
  readonly #row: Row;
  readonly #faults: RowFault[];

  constructor(header: Header, row: Row, faults: RowFault[]) {
    this.line = row.line;
    this.#header = header;
    this.#row = row;
    this.#faults = faults;
  }

  has(column: Column): boolean {
    return this.#header.at.has(column);
  }

  /** Empty where the column isn't there. */
  text(column: Column): string {
    return this.at(this.#header.at.get(column));
  }

  at(index: number | undefined): string {
    return this.#row.cells[index ?? -1]?.trim() ?? '';
  }

  /** Undefined where there is nothing. */
  boolean(column: Column): boolean | undefined {
    const text = this.text(column).toLowerCase();
    if (text === '') return undefined;
    if (yes.includes(text)) return true;
    if (no.includes(text)) return false;
    this.fault(column, `must be TRUE or FALSE, not "${this.text(column)}".`);
    return undefined;
  }

  /** Undefined where there is nothing. */
  number(column: Column): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
    this.fault(column, `must be a number, not "${text}".`);
    return undefined;
  }

  fault(column: Column | string, reason: string): void {
    const field = column in columnNames ? this.#header.nameOf(column as Column) : column;
    this.#faults.push({ line: this.line, field, reason });
  }
}
