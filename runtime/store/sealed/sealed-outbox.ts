import type { AbandonedDelivery, Delivery, Outbox, SequencedEvent, Waiting } from '../port.ts';
import { isSealedEvent, openEvent } from './sealed-document.ts';
import { withKeys } from './sealed-store.ts';
import { DamagedEnvelope, UnseenStoreKey } from './sealing-errors.ts';
import type { StoreKeys } from './store-keys.ts';

/** Hands out events with what was sealed in them. */
export class SealedOutbox implements Outbox {
  readonly #inner: Outbox;
  readonly #keysOf: (storeId: string) => StoreKeys;

  constructor(inner: Outbox, keysOf: (storeId: string) => StoreKeys) {
    this.#inner = inner;
    this.#keysOf = keysOf;
  }

  subscribe(subscribers: Parameters<Outbox['subscribe']>[0]): void {
    this.#inner.subscribe(subscribers);
  }

  rest(...given: Parameters<Outbox['rest']>): Promise<void> {
    return this.#inner.rest(...given);
  }

  async claim(options: Parameters<Outbox['claim']>[0]): Promise<Delivery[]> {
    const readable: Delivery[] = [];
    for (const delivery of await this.#inner.claim(options)) {
      try {
        readable.push({ ...delivery, event: await this.#opened(delivery.event) });
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        // It will not get better, and must not stand in the way of the others.
        await this.#inner.fail(delivery.event.storeId, delivery.id, error.message, undefined);
      }
    }
    return readable;
  }

  waiting(): Promise<Waiting[]> {
    return this.#inner.waiting();
  }

  complete(storeId: string, deliveryId: string): Promise<void> {
    return this.#inner.complete(storeId, deliveryId);
  }

  fail(...given: Parameters<Outbox['fail']>): Promise<void> {
    return this.#inner.fail(...given);
  }

  takeBack(options: Parameters<Outbox['takeBack']>[0]): Promise<void> {
    return this.#inner.takeBack(options);
  }

  nextRetryAt(storeId: string, after: Date): Promise<Date | undefined> {
    return this.#inner.nextRetryAt(storeId, after);
  }

  async events(storeId: string, options: Parameters<Outbox['events']>[1]): Promise<SequencedEvent[]> {
    return this.#openAll(await this.#inner.events(storeId, options));
  }

  /** Also those that were given up because they can't be opened; these have no data. */
  async abandoned(storeId: string, options: { readonly limit: number }): Promise<AbandonedDelivery[]> {
    const opened: AbandonedDelivery[] = [];
    for (const delivery of await this.#inner.abandoned(storeId, options)) {
      const event = await this.#opened(delivery.event).catch((error: unknown) => {
        if (!isUnreadable(error)) throw error;
        return { ...delivery.event, data: null };
      });
      opened.push({ ...delivery, event });
    }
    return opened;
  }

  forget(options: Parameters<Outbox['forget']>[0]): Promise<number> {
    return this.#inner.forget(options);
  }

  onCommit(listener: () => void): () => void {
    return this.#inner.onCommit(listener);
  }

  async #openAll(events: readonly SequencedEvent[]): Promise<SequencedEvent[]> {
    const opened: SequencedEvent[] = [];
    for (const event of events) opened.push(await this.#opened(event));
    return opened;
  }

  async #opened(event: SequencedEvent): Promise<SequencedEvent> {
    if (!isSealedEvent(event)) return event;
    return withKeys(event.storeId, this.#keysOf(event.storeId), (seal) => openEvent(seal, event));
  }
}

function isUnreadable(error: unknown): error is DamagedEnvelope | UnseenStoreKey {
  return error instanceof DamagedEnvelope || error instanceof UnseenStoreKey;
}
