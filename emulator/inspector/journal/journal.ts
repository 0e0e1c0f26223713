import { type Allowance, type AllowanceRate, take } from './allowance.ts';
import { entryIdOf, type JournalEntry, type NewEntry, numberOfEntry, type OpenedEntry } from './entry.ts';
import type { EntryFilter } from './entry-filter.ts';
import { inOrder } from './in-order.ts';
import type { FoundEntries, JournalFile } from './journal-file.ts';

export interface JournalOptions {
  /** Asked when there is first something to write or to read. */
  readonly open: () => Promise<JournalFile>;
  readonly onFailure: (error: unknown) => void;
}

export interface EntryPage extends EntryFilter {
  /** Id of the entry to go on after. */
  readonly after?: string | undefined;
  readonly pageSize: number;
  readonly text?: string | undefined;
}

export interface JournalPage {
  readonly data: readonly JournalEntry[];
  /** Id to go on after, or null. */
  readonly next: string | null;
}

/** What waits is written together after this long: nobody who looks on notices, and requests wait for none of it. */
const writingAfterMilliseconds = 80;
/** Written at a time, so that the process is never held up for long. */
const writtenAtATime = 250;
/** Describing a read takes a good part of the time that answering it does. */
const routineRate: AllowanceRate = { atOnce: 300, perSecond: 10 };
const entriesOfATrace = 1000;

type Listener = (entry: JournalEntry) => void;

/**
 * What happened in the stores of this emulator. What is added is written in batches, off the path of whoever caused
 * it; what is asked for holds all that was added before.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #listeners = new Map<string, Set<Listener>>();
  #file: Promise<JournalFile> | undefined;
  #waiting: NewEntry[] = [];
  #writing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #allowance: Allowance = { left: routineRate.atOnce, at: 0 };
  #leftOut = 0;
  #isClosed = false;

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Successful reads that were not kept since the start, because more came than anybody could read. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Whether one more successful read may be added; asked once for each of them. */
  mayAddRoutine(): boolean {
    const { allowance, isAllowed } = take(this.#allowance, routineRate, performance.now());
    this.#allowance = allowance;
    if (!isAllowed) this.#leftOut += 1;
    return isAllowed;
  }

  add(entry: NewEntry): void {
    if (this.#isClosed) return;
    this.#waiting.push(entry);
    this.#timer ??= setTimeout(() => void this.#write(), writingAfterMilliseconds).unref();
  }

  /** One after the other; resolves when everything that waited is written. */
  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length > 0)
      this.#writing = this.#writing.then(() => this.#writeAll(entries)).catch(this.#options.onFailure);
    return this.#writing;
  }

  async #writeAll(entries: readonly NewEntry[]): Promise<void> {
    const file = await this.#opened();
    for (let start = 0; start < entries.length; start += writtenAtATime) {
      try {
        const kept = file.add(entries.slice(start, start + writtenAtATime), this.#options.onFailure);
        for (const entry of kept) this.#tell(entry);
      } catch (error) {
        // What comes after these may be written nevertheless.
        this.#options.onFailure(error);
      }
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #opened(): Promise<JournalFile> {
    this.#file ??= this.#options.open().catch((error: unknown) => {
      // Whoever comes next tries again: a full disk, say, may have been cleared.
      this.#file = undefined;
      throw error;
    });
    return this.#file;
  }

  #tell(entry: JournalEntry): void {
    for (const listener of this.#listeners.get(entry.storeId) ?? []) listener(entry);
  }

  /** The file, with everything in it that was added until now. */
  async #upToDate(): Promise<JournalFile> {
    await this.#write();
    return this.#opened();
  }

  async list(storeId: string, { after, pageSize, text, ...filter }: EntryPage): Promise<JournalPage> {
    const file = await this.#upToDate();
    const before = after === undefined ? undefined : numberOfEntry(after);
    const wanted = text?.trim() ?? '';
    const found: FoundEntries =
      wanted === ''
        ? file.list(storeId, filter, { before, size: pageSize })
        : file.search(storeId, filter, { before, size: pageSize, text: wanted });
    return { data: found.entries, next: found.next === undefined ? null : entryIdOf(found.next) };
  }

  async get(storeId: string, id: string): Promise<OpenedEntry | undefined> {
    const number = numberOfEntry(id);
    return number === undefined ? undefined : (await this.#upToDate()).get(storeId, number);
  }

  async trace(storeId: string, traceId: string): Promise<OpenedEntry[]> {
    return inOrder((await this.#upToDate()).trace(storeId, traceId, entriesOfATrace));
  }

  /** Answers the entry as it is after; undefined where there is none. */
  async annotate(
    storeId: string,
    id: string,
    change: { readonly isPinned?: boolean | undefined; readonly note?: string | null | undefined },
  ): Promise<OpenedEntry | undefined> {
    const number = numberOfEntry(id);
    if (number === undefined) return undefined;
    const file = await this.#upToDate();
    file.annotate(storeId, number, change);
    return file.get(storeId, number);
  }

  /** Entries after one that was seen last, oldest first. */
  async after(storeId: string, id: string, limit: number): Promise<JournalEntry[]> {
    return (await this.#upToDate()).after(storeId, numberOfEntry(id) ?? 0, limit);
  }

  /** Called for each entry of a store when it is written. Returns how to stop that. */
  subscribe(storeId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(storeId) ?? new Set();
    this.#listeners.set(storeId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Removes everything of a store, of a sandbox that is gone, say. */
  async forget(storeId: string): Promise<void> {
    (await this.#upToDate()).forget(storeId);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#write();
    const file = await this.#file?.catch(() => undefined);
    await file?.close();
  }
}
