import type { StoreConfig, StorefrontConfig } from '../config/store-config.ts';
import type { Contract } from '../contract/contract.ts';
import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import type { Scope } from '../contract/scope.ts';
import type { FileStore } from '../files/port.ts';
import type { Outgoing } from '../outgoing/index.ts';
import type { Reader, Writer } from '../store/port.ts';
import type { OutsideAnswer } from './outside-answer.ts';
import type { ProviderConnection } from './provider-connection.ts';

/** Business time. The emulator's can be moved; services never ask the machine. */
export interface Clock {
  now(): Date;
}

/** Sortable unique ids: `next('prod')` gives `prod_01J…`. The emulator's can be seeded. */
export interface IdGenerator {
  next(prefix: string): string;
}

export interface Logger {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Who asks. `system` is the platform itself: subscribers and schedules. */
export interface Actor {
  readonly kind: 'secret' | 'publishable' | 'system';
  /** Id of the key, for history: `key_…`, or the subscriber's name. */
  readonly id: string;
  readonly scopes: readonly Scope[];
  /** The sales channel a publishable key is bound to. */
  readonly channel?: string;
  /** Who is signed in, where a customer's token came beside a publishable key. */
  readonly customer?: SignedInCustomer;
  /** Whence the request came, seen past trusted proxies. Personal data: never stored as it is. */
  readonly remoteAddress?: string;
}

/**
 * A customer in whose name a publishable key asks. The actor stays the key: what it may not do, a customer may not
 * either, and their own things come on top.
 */
export interface SignedInCustomer {
  readonly id: string;
  /** Key of the group whose prices they see, as it was when the token was made. */
  readonly customerGroup: string | null;
}

/**
 * Everything a handler may touch. In an operation with effect `write`, `store` is a transaction that commits
 * together with the events emitted; in a `read`, its writing methods throw.
 */
export interface Context {
  readonly storeId: string;
  readonly requestId: string;
  readonly traceId: string;
  readonly actor: Actor;
  readonly store: Writer;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly config: StoreConfig;
  readonly contract: Contract;
  readonly files: FileStore;
  readonly log: Logger;
  /** The way to URLs that users give. A transaction may ask what it refuses, and sends nothing. */
  readonly outgoing: Pick<Outgoing, 'refusalOf'>;
  /** Where customers shop, as the config says or `hp dev` runs it; null where nobody knows. */
  readonly storefront: StorefrontConfig | null;
  /** The version named by the caller in `If-Match`; pass it to `store.update` and `store.delete`. */
  readonly expectedVersion: number | undefined;
  /**
   * Whether the answer may be a `JsonText`. Who reads the answer gets documents instead: texts that are kept beside
   * what they were parsed to cost twice the memory.
   */
  readonly acceptsJson: boolean;
  /** 256 random bits for a capability such as a cart's token: URL-safe text, never seeded, never guessable. */
  newSecret(): string;
  /**
   * A keyed digest under which a sealed value is found again, an e-mail address say: always the same in this store,
   * and no help to whoever has the database alone. Fold case before, where it makes no difference.
   */
  digestOf(text: string): Promise<string>;
  /**
   * What a service outside answers: `taxes`, or `carrier:dhl`. A question has no effect there, and the answer is kept for
   * a while. Where it is not known yet, the work is broken off here and run again when it is.
   */
  ask(service: string, question: object): OutsideAnswer;
  /**
   * Writes an event to the outbox, in this transaction; answers its id. `type` must be declared in the contract.
   */
  emit(type: string, subject: string, data: unknown): Promise<string>;
  /**
   * In a write: stores another configuration in this transaction and answers a context whose `config` and
   * `contract` are of that. Other requests see it when the transaction is committed.
   */
  reconfigure(config: StoreConfig): Promise<Context>;
  /**
   * Calls another operation in the same transaction, as the same actor, without checking scopes. One with effect
   * `steps` can't be part of a transaction.
   */
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>;
}

type Shared =
  | 'storeId'
  | 'requestId'
  | 'traceId'
  | 'actor'
  | 'clock'
  | 'ids'
  | 'config'
  | 'contract'
  | 'files'
  | 'log'
  | 'storefront';

/**
 * Everything that work in steps may touch: an operation with effect `steps`, a provider's notice, a schedule that
 * asks the outside world. No transaction is open between the steps, so what a step read may have changed by the next.
 */
export interface StepsContext extends Pick<Context, Shared | 'expectedVersion' | 'newSecret' | 'digestOf'> {
  /** The latest committed state. */
  readonly store: Reader;
  readonly outgoing: Outgoing;
  /**
   * One step, in a transaction of its own. It is run again as a whole where it collides, so it must have no effect
   * beyond the transaction.
   */
  transaction<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  /**
   * An id that is the same in every run of the same request (one idempotency key, one event), also after a crash:
   * what the work creates takes its id from it, and so do the idempotency keys sent to providers. One a prefix.
   */
  stableId(prefix: string): string;
  /** How a provider is reached for this store; undefined where its config doesn't offer that provider. */
  connectionTo(provider: string): Promise<ProviderConnection | undefined>;
  /**
   * Calls another operation as the same actor, without checking scopes: a read on the latest state, a write in a
   * transaction of its own, steps as part of these. The same steps with the same input have the same stable ids.
   */
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>;
}
