import { UniqueViolation } from '../errors.ts';
import type { IndexRow } from '../index-rows.ts';
import type { IndexTable } from '../tables.ts';
import type { SqliteConnection } from './connection.ts';
import type { SqliteValue } from './driver.ts';
import { deleteRow, insertRows, rowHolder } from './sql.ts';

export interface OwnedRow {
  readonly id: string;
  readonly row: IndexRow;
}

/** Rows go in by powers of two, so that any number of them takes few statements and few statement texts. */
const batchSizes = [64, 32, 16, 8, 4, 2, 1] as const;

/** Writes the rows of one index. */
export class RowWriter {
  readonly table: IndexTable;
  readonly #collectionName: string;
  readonly #inserts: ReadonlyMap<number, string>;
  readonly #delete: string;
  readonly #holder: string;

  constructor(collectionName: string, table: IndexTable) {
    this.#collectionName = collectionName;
    this.table = table;
    this.#inserts = new Map(batchSizes.map((size) => [size, insertRows(table, size)]));
    this.#delete = deleteRow(table);
    this.#holder = rowHolder(table);
  }

  /** Throws `UniqueViolation` after taking back what it had inserted. */
  insert(connection: SqliteConnection, storeId: string, rows: readonly OwnedRow[]): void {
    let position = 0;
    for (const size of batchSizes) {
      while (rows.length - position >= size) {
        const batch = rows.slice(position, position + size);
        const parameters: SqliteValue[] = [];
        for (const { id, row } of batch) parameters.push(storeId, ...row, id);
        const inserted = connection.statement(this.#inserts.get(size) ?? '').run(...parameters);
        position += size;
        if (inserted < size && this.table.index.unique) {
          const violation = this.#violation(connection, storeId, batch);
          this.remove(connection, storeId, rows.slice(0, position));
          throw violation;
        }
      }
    }
  }

  remove(connection: SqliteConnection, storeId: string, rows: readonly OwnedRow[]): void {
    const statement = connection.statement(this.#delete);
    for (const { id, row } of rows) statement.run(storeId, ...row, id);
  }

  #violation(connection: SqliteConnection, storeId: string, rows: readonly OwnedRow[]): UniqueViolation {
    for (const { id, row } of rows) {
      const holder = connection.statement(this.#holder).get(storeId, ...row)?.id;
      if (typeof holder === 'string' && holder !== id) {
        return new UniqueViolation(this.#collectionName, this.table.indexName, row, holder);
      }
    }
    // Ids are unique before rows are written, so a refused row has another holder.
    throw new Error(`${this.table.name} refused a row that nobody holds.`);
  }
}
