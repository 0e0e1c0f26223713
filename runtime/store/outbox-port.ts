/**
 * The outbox's part of the storage port: events as they are written with what caused them, and their deliveries.
 */

/** An event as it is written to the outbox, in the shape of a CloudEvent. */
export interface OutboxEvent {
  readonly id: string;
  readonly type: string;
  /** Id of the aggregate; events of one subject are delivered in order. */
  readonly subject: string;
  readonly time: string;
  readonly traceId: string;
  readonly data: unknown;
  /** Whether `data` is encrypted at rest. */
  readonly isPersonal?: boolean;
}

export interface SequencedEvent extends OutboxEvent {
  /** Rises with commit order within a store. */
  readonly sequence: number;
  readonly storeId: string;
}

/** Work handed to one subscriber: an event, at least once, in order per subject. */
export interface Delivery {
  /** Names this attempt: what a claimer does with it is ignored once another has claimed the delivery. */
  readonly id: string;
  readonly subscriber: string;
  readonly event: SequencedEvent;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** A delivery that was given up: kept for people to look at, and no longer in the way of later events. */
export interface AbandonedDelivery extends Delivery {
  readonly error: string;
}

/** A store for which deliveries wait. */
export interface Waiting {
  readonly storeId: string;
  /** When the first of them is due, by the store's clock. */
  readonly readyAt: Date;
}

/** Somebody to whom events are handed. */
export interface Subscriber {
  readonly name: string;
  /** Event types; `product.*` takes a whole family, `*` all of them. */
  readonly types: readonly string[];
  /** Event types that end its rest in a store, where it rests. */
  readonly rousedBy?: readonly string[];
  /** Whether it handles many events as one piece of work. */
  readonly isTogether?: boolean;
}

/** The dispatcher's side of the outbox. Any number of processes may claim at the same time. */
export interface Outbox {
  /** Which subscribers get which events; each event is fanned out to them when it is committed. */
  subscribe(subscribers: readonly Subscriber[]): void;
  /**
   * Hands a subscriber no more events of a store until one that rouses it: nothing came of the one of `sequence`, and
   * nothing will before that. What waits for it since is dropped. Where other processes write to the same store, nobody
   * rests.
   */
  rest(storeId: string, subscriber: string, sequence: number): Promise<void>;
  /** The stores for which deliveries wait that nobody has claimed, by id. */
  waiting(): Promise<Waiting[]>;
  /**
   * Claims what is due in a store at `now`, by that store's clock; at most one per subscriber and subject at a time.
   * It is the claimer's until `leaseUntil`, by the machine's. Of what subscribers handle together there may be as many as
   * `limitTogether`, beside it.
   */
  claim(options: {
    readonly storeId: string;
    readonly now: Date;
    readonly leaseUntil: Date;
    readonly limit: number;
    readonly limitTogether?: number;
  }): Promise<Delivery[]>;
  complete(storeId: string, deliveryId: string): Promise<void>;
  /**
   * Puts it back for `retryAt`, by the store's clock, or, with `retryAt` undefined, gives it up and keeps it with its
   * error.
   */
  fail(storeId: string, deliveryId: string, error: string, retryAt: Date | undefined): Promise<void>;
  /** Lets deliveries whose lease has run out by `now`, the machine's, be claimed again. */
  takeBack(options: { readonly now: Date }): Promise<void>;
  /** When, after a time on its clock, the next retry of a store is due. */
  nextRetryAt(storeId: string, after: Date): Promise<Date | undefined>;
  /** Events of a store after a sequence, oldest first: the log that an inspector or a replay reads. */
  events(
    storeId: string,
    options: { readonly after: number; readonly limit: number },
  ): Promise<SequencedEvent[]>;
  /** Deliveries of a store that were given up, latest first. */
  abandoned(storeId: string, options: { readonly limit: number }): Promise<AbandonedDelivery[]>;
  /** Removes up to `limit` of the oldest events before a time that no delivery needs. Returns how many. */
  forget(options: { readonly before: Date; readonly limit: number }): Promise<number>;
  /** Called after every commit that appended something, in this process. Returns how to stop it. */
  onCommit(listener: () => void): () => void;
}
