import { statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import type { SandboxFolders } from './sandbox-folders.ts';
import { endOf, type SandboxRecord } from './sandbox-record.ts';

interface Entry {
  record: SandboxRecord;
  /** Milliseconds of the machine's time. */
  usedAt: number;
  isUsedSinceNoted: boolean;
}

/** The sandboxes that there are, read from their folders when first asked for. */
export class SandboxRegistry {
  readonly #folders: SandboxFolders;
  readonly #onDamaged: (error: Error) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #idsByKey = new Map<string, string>();
  #loading: Promise<void> | undefined;

  constructor(folders: SandboxFolders, onDamaged: (error: Error) => void) {
    this.#folders = folders;
    this.#onDamaged = onDamaged;
  }

  ready(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<void> {
    for (const record of await this.#folders.read(this.#onDamaged)) {
      this.#put(record, statSync(this.#folders.of(record.id).record).mtimeMs);
    }
  }

  #put(record: SandboxRecord, usedAt: number): void {
    this.#entries.set(record.id, { record, usedAt, isUsedSinceNoted: false });
    this.#idsByKey.set(record.secretKey, record.id).set(record.publishableKey, record.id);
  }

  /** In the order in which they were made. */
  all(): SandboxRecord[] {
    return [...this.#entries.values()].map(({ record }) => record);
  }

  get(id: string): SandboxRecord | undefined {
    return this.#entries.get(id)?.record;
  }

  withKey(key: string): SandboxRecord | undefined {
    const id = this.#idsByKey.get(key);
    return id === undefined ? undefined : this.get(id);
  }

  add(record: SandboxRecord): void {
    this.#put(record, Date.now());
  }

  change(record: SandboxRecord): void {
    const entry = this.#entries.get(record.id);
    if (entry) entry.record = record;
  }

  /** Answers whether it was there until now. */
  remove({ id, secretKey, publishableKey }: SandboxRecord): boolean {
    this.#idsByKey.delete(secretKey);
    this.#idsByKey.delete(publishableKey);
    return this.#entries.delete(id);
  }

  /** Puts its end off. */
  used(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.usedAt = Date.now();
    entry.isUsedSinceNoted = true;
  }

  usedAt(id: string): number {
    return this.#entries.get(id)?.usedAt ?? 0;
  }

  /** Those whose time is over. */
  ended(now: number): SandboxRecord[] {
    return [...this.#entries.values()].flatMap(({ record, usedAt }) => {
      const end = endOf(record, usedAt);
      return end !== undefined && end <= now ? [record] : [];
    });
  }

  /** Notes, for a later start, which were used when: by the time of their file. */
  async note(): Promise<void> {
    for (const [id, entry] of this.#entries) {
      if (!entry.isUsedSinceNoted) continue;
      entry.isUsedSinceNoted = false;
      const time = new Date(entry.usedAt);
      await utimes(this.#folders.of(id).record, time, time).catch((error: NodeJS.ErrnoException) => {
        // Removed meanwhile.
        if (error.code !== 'ENOENT') throw error;
      });
    }
  }
}
