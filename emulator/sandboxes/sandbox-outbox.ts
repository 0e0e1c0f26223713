import type {
  AbandonedDelivery,
  Delivery,
  Outbox,
  SequencedEvent,
  Waiting,
} from '../../runtime/store/port.ts';
import { placeOfStore, storeIdAt } from './store-place.ts';

type Subscribers = Parameters<Outbox['subscribe']>[0];

/** The files of sandboxes, as the outbox sees them. */
export interface OutboxFiles {
  /** Those that are open. */
  openIds(): readonly string[];
  use<Result>(sandboxId: string, work: (outbox: Outbox) => Promise<Result>): Promise<Result>;
  /** The same where the file is open, without keeping it open for longer. */
  look<Result>(sandboxId: string, work: (outbox: Outbox) => Promise<Result>): Promise<Result | undefined>;
  /** What waits in files that are closed, by the id of the sandbox. */
  readonly sleeping: ReadonlyMap<string, Date>;
}

/**
 * The outboxes of all files as one. Every delivery is for a store, and the store says in which file it lies. What waits
 * in a file that is closed is known from when it was closed: claiming it opens the file again.
 */
export class SandboxOutbox implements Outbox {
  readonly #main: Outbox;
  readonly #files: OutboxFiles;
  readonly #listeners = new Set<() => void>();
  #subscribers: Subscribers = [];

  constructor(main: Outbox, files: OutboxFiles) {
    this.#main = main;
    this.#files = files;
  }

  /** To be called with each file that is opened. Returns how to let go of it. */
  attach(outbox: Outbox): () => void {
    outbox.subscribe(this.#subscribers);
    return outbox.onCommit(() => {
      for (const listener of this.#listeners) listener();
    });
  }

  subscribe(subscribers: Subscribers): void {
    // Files are opened when first asked for, which is later.
    this.#subscribers = [...this.#subscribers, ...subscribers];
    this.#main.subscribe(subscribers);
  }

  rest(storeId: string, subscriber: string, sequence: number): Promise<void> {
    return this.#in(storeId, (outbox, innerId) => outbox.rest(innerId, subscriber, sequence));
  }

  async waiting(): Promise<Waiting[]> {
    const inOpen = await this.#inOpen(async (outbox, id) =>
      (await outbox.waiting()).map((one) => ({ ...one, storeId: storeIdAt(id, one.storeId) })),
    );
    const inClosed = [...this.#files.sleeping].map(([storeId, readyAt]) => ({ storeId, readyAt }));
    return [...(await this.#main.waiting()), ...inOpen.flat(), ...inClosed];
  }

  async claim(options: Parameters<Outbox['claim']>[0]): Promise<Delivery[]> {
    const { storeId } = options;
    const deliveries = await this.#in(storeId, (outbox, innerId) =>
      outbox.claim({ ...options, storeId: innerId }),
    );
    return deliveries.map((delivery) => ({ ...delivery, event: { ...delivery.event, storeId } }));
  }

  complete(storeId: string, deliveryId: string): Promise<void> {
    return this.#in(storeId, (outbox, innerId) => outbox.complete(innerId, deliveryId));
  }

  fail(storeId: string, deliveryId: string, error: string, retryAt: Date | undefined): Promise<void> {
    return this.#in(storeId, (outbox, innerId) => outbox.fail(innerId, deliveryId, error, retryAt));
  }

  async takeBack(options: Parameters<Outbox['takeBack']>[0]): Promise<void> {
    await this.#inAll((outbox) => outbox.takeBack(options));
  }

  nextRetryAt(storeId: string, after: Date): Promise<Date | undefined> {
    return this.#in(storeId, (outbox, innerId) => outbox.nextRetryAt(innerId, after));
  }

  async events(storeId: string, options: Parameters<Outbox['events']>[1]): Promise<SequencedEvent[]> {
    const events = await this.#in(storeId, (outbox, innerId) => outbox.events(innerId, options));
    return events.map((event) => ({ ...event, storeId }));
  }

  async abandoned(storeId: string, options: { readonly limit: number }): Promise<AbandonedDelivery[]> {
    const given = await this.#in(storeId, (outbox, innerId) => outbox.abandoned(innerId, options));
    return given.map((delivery) => ({ ...delivery, event: { ...delivery.event, storeId } }));
  }

  async forget(options: Parameters<Outbox['forget']>[0]): Promise<number> {
    const removed = await this.#inAll((outbox) => outbox.forget(options));
    return removed.reduce((sum, count) => sum + count, 0);
  }

  onCommit(listener: () => void): () => void {
    this.#listeners.add(listener);
    const stop = this.#main.onCommit(listener);
    return () => {
      this.#listeners.delete(listener);
      stop();
    };
  }

  #in<Result>(storeId: string, work: (outbox: Outbox, innerId: string) => Promise<Result>): Promise<Result> {
    const { sandboxId, innerId } = placeOfStore(storeId);
    if (sandboxId === undefined) return work(this.#main, storeId);
    return this.#files.use(sandboxId, (outbox) => work(outbox, innerId));
  }

  async #inAll<Result>(work: (outbox: Outbox) => Promise<Result>): Promise<Result[]> {
    return [await work(this.#main), ...(await this.#inOpen(work))];
  }

  async #inOpen<Result>(work: (outbox: Outbox, sandboxId: string) => Promise<Result>): Promise<Result[]> {
    const ids = this.#files.openIds();
    const results = await Promise.all(
      ids.map((id) => this.#files.look(id, async (outbox) => ({ result: await work(outbox, id) }))),
    );
    return results.flatMap((one) => (one === undefined ? [] : [one.result]));
  }
}
