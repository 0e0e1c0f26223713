/** Files (or whatever costs memory while it is open), opened when asked for. */
export interface FilePool<File> {
  /** Runs `work` with the file, which stays open at least until that ends. */
  use<Result>(id: string, work: (file: File) => Result | Promise<Result>): Promise<Result>;
  /** The same without opening it, and without keeping it open for longer: nothing happens where it is closed. */
  look<Result>(id: string, work: (file: File) => Result | Promise<Result>): Promise<Result | undefined>;
  /** Those that are open now. */
  openIds(): readonly string[];
  /** Closes one when nobody uses it any more, and refuses who asks for it meanwhile. */
  close(id: string): Promise<void>;
  /** Closes all those that nobody uses and nobody has asked for since a moment of `performance.now()`. */
  closeIdle(since: number): Promise<void>;
  closeAll(): Promise<void>;
}

export interface FilePoolOptions<File> {
  readonly open: (id: string) => Promise<File>;
  readonly close: (id: string, file: File) => Promise<void>;
  /** As many stay open, but for those that are in use. */
  readonly mostOpen: number;
}

interface Entry<File> {
  readonly opening: Promise<File>;
  users: number;
  usedAt: number;
  closing: Promise<void> | undefined;
  /** Called when the last user is gone. */
  onUnused: (() => void) | undefined;
}

/** Keeps those open that were used last. */
export function createFilePool<File>({ open, close, mostOpen }: FilePoolOptions<File>): FilePool<File> {
  /** In the order of their last use. */
  const entries = new Map<string, Entry<File>>();

  function shut(id: string, entry: Entry<File>): Promise<void> {
    entry.closing ??= (async () => {
      try {
        const file = await entry.opening;
        if (entry.users > 0) {
          await new Promise<void>((resolve) => {
            entry.onUnused = resolve;
          });
        }
        await close(id, file);
      } finally {
        if (entries.get(id) === entry) entries.delete(id);
      }
    })();
    return entry.closing;
  }

  function shrink(): void {
    let tooMany = [...entries.values()].filter(({ closing }) => !closing).length - mostOpen;
    for (const [id, entry] of entries) {
      if (tooMany <= 0) return;
      if (entry.users > 0 || entry.closing) continue;
      tooMany -= 1;
      // Whoever asks for it next waits for the end of this, and is told what went wrong.
      shut(id, entry).catch(() => undefined);
    }
  }

  function leave(entry: Entry<File>): void {
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.onUnused?.();
    if (entries.size > mostOpen) shrink();
  }

  async function enter(id: string): Promise<Entry<File>> {
    for (;;) {
      const known = entries.get(id);
      if (known?.closing) {
        await known.closing;
        continue;
      }
      const entry = known ?? {
        ...{ opening: open(id), users: 0, usedAt: 0, closing: undefined, onUnused: undefined },
      };
      entry.users += 1;
      entry.usedAt = performance.now();
      entries.delete(id);
      entries.set(id, entry);
      if (!known) shrink();
      return entry;
    }
  }

  return {
    async use(id, work) {
      const entry = await enter(id);
      try {
        return await work(await entry.opening);
      } catch (error) {
        // What could not be opened is tried again by whoever asks next.
        await entry.opening.catch(() => {
          if (entries.get(id) === entry) entries.delete(id);
        });
        throw error;
      } finally {
        leave(entry);
      }
    },
    async look(id, work) {
      const entry = entries.get(id);
      if (!entry || entry.closing) return undefined;
      entry.users += 1;
      try {
        // Who opens it is told where that fails.
        const file = await entry.opening.catch(() => undefined);
        return file === undefined ? undefined : await work(file);
      } finally {
        leave(entry);
      }
    },
    openIds: () => [...entries].flatMap(([id, { closing }]) => (closing ? [] : [id])),
    async close(id) {
      const entry = entries.get(id);
      if (entry) await shut(id, entry);
    },
    async closeIdle(since) {
      const idle = [...entries].filter(
        ([, { users, usedAt, closing }]) => users === 0 && usedAt < since && !closing,
      );
      await Promise.all(idle.map(([id, entry]) => shut(id, entry)));
    },
    async closeAll() {
      await Promise.all([...entries].map(([id, entry]) => shut(id, entry)));
    },
  };
}
