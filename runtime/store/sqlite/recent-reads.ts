import QuickLRU from 'quick-lru';
import type { DocumentBytes, JsonDocument, StoredDocument } from '../port.ts';
import type { SqliteConnection } from './connection.ts';

/** Once to twice as many are kept of each form: the pages that are looked at just now. A catalog is not kept. */
const most = 64;
/** Longer texts are rare, and few of them would take the memory of all others. */
const longest = 32_768;

/** In which forms documents are read. */
interface Forms {
  readonly document: StoredDocument;
  readonly json: JsonDocument;
  readonly bytes: DocumentBytes;
}

/** What a read answers, and how long its text is. */
export interface Read<Value> {
  readonly value: Value;
  readonly length: number;
}

/** Finds a document among those read last, else reads it. */
export type Recall = <Form extends keyof Forms>(
  key: string,
  form: Form,
  read: () => Read<Forms[Form]> | undefined,
) => Forms[Form] | undefined;

/** Under which key all forms of a document are kept. */
export function documentKey(table: string, storeId: string, id: string): string {
  return `${table} ${storeId} ${id}`;
}

/** Reads, whatever was read before. */
export const readAnew: Recall = (_key, _form, read) => read()?.value;

/**
 * The documents read again and again, as they stand after the last commit: a page is shown many times between two
 * changes of it. What is read once is not kept, and costs nothing. Our own commits forget what they changed, those of
 * other processes everything.
 */
export class RecentReads {
  readonly #writer: SqliteConnection;
  readonly #values: { readonly [Form in keyof Forms]: QuickLRU<string, Forms[Form]> };
  readonly #readOnce: QuickLRU<string, true>;
  readonly #changed = new Set<string>();
  #isAllChanged = false;
  #foreignCommits: number;

  /** `writer` is the only connection here that writes. */
  constructor(writer: SqliteConnection) {
    this.#writer = writer;
    const options = { maxSize: most };
    this.#readOnce = new QuickLRU(options);
    this.#values = {
      document: new QuickLRU(options),
      json: new QuickLRU(options),
      bytes: new QuickLRU(options),
    };
    this.#foreignCommits = this.#countForeign();
  }

  /** Runs `read`, and once more where another process has written: what it recalls is of the moment that it reads of. */
  consistent<Result>(read: (recall: Recall) => Result): Result {
    const result = read(this.#recall);
    const foreignCommits = this.#countForeign();
    if (foreignCommits === this.#foreignCommits) return result;
    this.#foreignCommits = foreignCommits;
    this.#clear();
    // Within a snapshot, which may be older than the count: nothing of it is kept.
    return read(readAnew);
  }

  /** Told of each document that a transaction writes. */
  willChange(key: string): void {
    this.#changed.add(key);
  }

  willChangeAll(): void {
    this.#isAllChanged = true;
  }

  /** Told when transactions were committed, or taken back. */
  transactionsEnded(): void {
    if (this.#isAllChanged) this.#clear();
    for (const known of [this.#readOnce, ...Object.values(this.#values)]) {
      for (const key of this.#changed) known.delete(key);
    }
    this.#isAllChanged = false;
    this.#changed.clear();
  }

  readonly #recall: Recall = (key, form, read) => {
    const known = this.#values[form].get(key);
    if (known !== undefined) return known;
    const found = read();
    if (!found) return undefined;
    if (!this.#readOnce.has(key)) {
      this.#readOnce.set(key, true);
      return found.value;
    }
    // Whoever changed what it was handed would change it for all.
    if (found.length <= longest) this.#values[form].set(key, freeze(found.value));
    return found.value;
  };

  #clear(): void {
    this.#readOnce.clear();
    for (const values of Object.values(this.#values)) values.clear();
  }

  /** Rises with commits of other connections than `writer`, see https://sqlite.org/pragma.html#pragma_data_version. */
  #countForeign(): number {
    return Number(this.#writer.statement('PRAGMA data_version').get()?.data_version);
  }
}

function freeze<Value extends object>(value: Value): Value {
  if (ArrayBuffer.isView(value)) return value;
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freeze(part);
  }
  return Object.freeze(value);
}
