import type { Engine, Outbox, Store } from '../../runtime/store/port.ts';
import type { FilePool } from './file-pool.ts';
import { PooledStore } from './pooled-store.ts';
import { SandboxOutbox } from './sandbox-outbox.ts';
import type { Sleepers } from './sleepers.ts';
import { placeOfStore, storeIdAt } from './store-place.ts';

/** A file as the engine needs it. */
export interface StoreFile {
  readonly engine: Engine;
}

export interface SandboxEngineOptions {
  /** Holds every store that is no sandbox. */
  readonly main: Engine;
  readonly pool: FilePool<StoreFile>;
  readonly sleepers: Pick<Sleepers, 'deliveries' | 'withWebhooks'>;
}

/**
 * An engine that hands each store to its file: the emulator's own, or that of a sandbox, which is opened when something
 * is asked of it. To the runtime they are stores like any others.
 */
export class SandboxEngine implements Engine {
  readonly outbox: SandboxOutbox;
  readonly #main: Engine;
  readonly #pool: FilePool<StoreFile>;
  readonly #sleepers: SandboxEngineOptions['sleepers'];

  constructor({ main, pool, sleepers }: SandboxEngineOptions) {
    this.#main = main;
    this.#pool = pool;
    this.#sleepers = sleepers;
    this.outbox = new SandboxOutbox(main.outbox, {
      openIds: () => pool.openIds(),
      use: <Result>(id: string, work: (outbox: Outbox) => Promise<Result>) =>
        pool.use(id, ({ engine }) => work(engine.outbox)),
      look: <Result>(id: string, work: (outbox: Outbox) => Promise<Result>) =>
        pool.look(id, ({ engine }) => work(engine.outbox)),
      sleeping: sleepers.deliveries,
    });
  }

  get description(): string {
    return this.#main.description;
  }

  store(id: string): Store {
    const { sandboxId, innerId } = placeOfStore(id);
    if (sandboxId === undefined) return this.#main.store(id);
    return new PooledStore(id, (work) =>
      this.#pool.use(sandboxId, ({ engine }) => work(engine.store(innerId))),
    );
  }

  digestOf(storeId: string, text: string): Promise<string> {
    const { sandboxId, innerId } = placeOfStore(storeId);
    if (sandboxId === undefined) return this.#main.digestOf(storeId, text);
    return this.#pool.use(sandboxId, ({ engine }) => engine.digestOf(innerId, text));
  }

  /**
   * Those of files that are open, and those that have to be opened now: whatever else is done by the clock in others is
   * done when they are woken.
   */
  async storeIds(): Promise<string[]> {
    const inFiles = await Promise.all(
      this.#pool
        .openIds()
        .map((id) =>
          this.#pool.look(id, async ({ engine }) =>
            (await engine.storeIds()).map((innerId) => storeIdAt(id, innerId)),
          ),
        ),
    );
    const open = inFiles.flatMap((ids) => ids ?? []);
    return [...new Set([...(await this.#main.storeIds()), ...open, ...this.#sleepers.withWebhooks()])];
  }

  async drop(storeId: string): Promise<void> {
    const { sandboxId, innerId } = placeOfStore(storeId);
    if (sandboxId === undefined) return this.#main.drop(storeId);
    await this.#pool.use(sandboxId, ({ engine }) => engine.drop(innerId));
  }

  async close(): Promise<void> {
    await this.#pool.closeAll();
    await this.#main.close();
  }
}
