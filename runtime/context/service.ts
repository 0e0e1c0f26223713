import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import { type FieldError, type Problem, problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import type { Outgoing } from '../outgoing/index.ts';
import type { Collection, SequencedEvent } from '../store/port.ts';
import type { Clock, Context, Logger, SignedInCustomer, StepsContext } from './context.ts';

/** An answer that is JSON already: what was stored goes to the wire unparsed. */
export abstract class JsonText {
  /** Version of the resource, for the ETag; undefined for lists. */
  abstract readonly version: number | undefined;
  /** What goes out. */
  abstract readonly wire: string | Uint8Array;

  get json(): string {
    return typeof this.wire === 'string' ? this.wire : Buffer.from(this.wire).toString();
  }

  /** What a handler answers to those who don't accept JSON. */
  parsed(): unknown {
    return JSON.parse(this.json);
  }
}

/** A resource as text, or as its UTF-8. */
export class JsonResource extends JsonText {
  readonly wire: string | Uint8Array;
  readonly version: number | undefined;

  constructor(wire: string | Uint8Array, version?: number) {
    super();
    this.wire = wire;
    this.version = version;
  }
}

/** Stands in the place of a row that is not valid, where an operation names its `rows`. */
export class InvalidRow {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    this.errors = errors;
  }

  /** What the row is answered with. */
  get problem(): Problem {
    const [first] = this.errors;
    const detail = first ? `${first.pointer || 'The row'} ${first.message}` : 'The row is not valid.';
    return problem(problems.invalidInput, { detail, errors: this.errors });
  }
}

/** A page as handlers return it: `cursors[i]` continues after `data[i]`, for GraphQL's edges. */
export interface Page<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly next: string | null };
  readonly cursors: readonly string[];
}

/** A page of items that are JSON. */
export class JsonPage extends JsonText {
  readonly version = undefined;
  readonly #items: readonly string[];
  readonly #next: string | null;

  constructor(items: readonly string[], next: string | null) {
    super();
    this.#items = items;
    this.#next = next;
  }

  get wire(): string {
    return `{"data":[${this.#items.join(',')}],"page":{"next":${JSON.stringify(this.#next)}}}`;
  }
}

/** An answer that is a file, of an operation that declares `download`. */
export class FileAnswer {
  readonly contents: Uint8Array;
  /** What it is called when it is saved. */
  readonly filename: string;

  constructor(contents: Uint8Array, filename: string) {
    this.contents = contents;
    this.filename = filename;
  }
}

/** `input` has been validated, defaults are filled in. */
// biome-ignore lint/suspicious/noExplicitAny: each handler narrows its own input; the contract tests hold it to the schema.
export type Handler = (context: Context, input: any) => Promise<unknown>;

/** The same, of an operation with effect `steps`. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type StepsHandler = (context: StepsContext, input: any) => Promise<unknown>;

/** Answers several calls of one read operation in as few store reads as one call takes; results in order. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export type BatchHandler = (context: Context, inputs: readonly any[]) => Promise<readonly unknown[]>;

/**
 * Resources by id, in order, in one store read; undefined for what doesn't exist or may not be seen. `selection`
 * holds what was asked with: locale, channel, currency, country, customerGroup.
 */
export type Loader = (
  context: Context,
  ids: readonly string[],
  selection: Readonly<Record<string, unknown>>,
) => Promise<readonly unknown[]>;

interface Listening {
  /** `catalog.refresh-collections`: stable, it keys the deliveries. */
  readonly name: string;
  /** Event types; a trailing `.*` takes a whole family, `*` alone takes all. */
  readonly events: readonly string[];
  /** Event types that end its rest: see `handle`. They are among `events`. */
  readonly rousedBy?: readonly string[];
  /** Called when an event was handled and that is committed, for work that goes on beside. */
  readonly handled?: (storeId: string) => void;
}

/** What a service does when something has happened: at least once per event, in order per subject. */
export type Subscription =
  | (Listening & {
      /**
       * Runs in a transaction of its own, with the end of the delivery. Who answers `rest` had nothing to do in this
       * store, nor will have before an event that rouses it, and may be spared those between.
       */
      readonly handle: (
        context: Context,
        event: SequencedEvent,
      ) => Promise<void> | Promise<'rest' | undefined>;
    })
  | (Listening & {
      /**
       * The same for events of several subjects, as many as wait: for what costs much less for all than for each. Where
       * it fails, each is handled by itself.
       */
      readonly handleTogether: (
        context: Context,
        events: readonly SequencedEvent[],
      ) => Promise<'rest' | undefined>;
    })
  | (Listening & {
      /** Asks the outside world. */
      readonly handleSteps: (context: StepsContext, event: SequencedEvent) => Promise<void>;
    });

interface Timing {
  readonly everySeconds: number;
  /**
   * When it next has something to do, undefined where it hasn't: what it would do at once is due now, or before. A
   * clock that is moved by weeks stops there, and passes over the times between. One that doesn't tell runs where
   * such a clock stops anyway.
   */
  nextDueAt?(context: Context): Promise<Date | undefined>;
}

/** Work due by the clock (expiries, scheduled publication). Idempotent: one run too many does no harm. */
export type Schedule =
  | (Timing & {
      /** Runs in a transaction. */
      run(context: Context): Promise<void>;
    })
  | (Timing & {
      /** Asks the outside world. Beside everything else, and never twice at a time in one process. */
      runSteps(context: StepsContext): Promise<void>;
    });

/** A provider's notice as it came: the receiver verifies its signature before it believes a word. */
export interface Notice {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The very bytes, because they are what was signed. */
  readonly body: Uint8Array;
  /** What stands behind the receiver's name in the address, for one that takes notices of several. */
  readonly part?: string | undefined;
}

/** What whoever sent a notice is told. */
export interface Receipt {
  /** Whether it is kept, and worked on later. */
  readonly isLater: boolean;
}

/**
 * Takes what a provider sends to `POST /hooks/{storeId}/{name}`, or to `…/{name}/{part}`. Returns when it needs not be sent again.
 * @throws {Problem} what is answered instead, so that the provider sends it again or shows it as refused.
 */
export type Receiver = (context: StepsContext, notice: Notice) => Promise<void> | Promise<Receipt>;

/**
 * Whose token it is.
 * @throws {Problem} `session_expired` where it is too old, or nobody's.
 */
export type IdentifyCustomer = (context: Context, token: string) => Promise<SignedInCustomer>;

/** What a worker is given of the runtime that it works in. */
export interface WorkerHost {
  readonly log: Logger;
  readonly outgoing: Outgoing;
  /** Names this process. */
  readonly instanceId: string;
  /** Whether other processes serve the same stores. */
  readonly isShared: boolean;
  /** For leases between processes. */
  readonly machineClock: Clock;
  /** Business time of a store. */
  now(storeId: string): Date;
  storeIds(): Promise<readonly string[]>;
  /** Runs work on a store as the worker named; undefined where the store is not served here. */
  inSteps<Result>(
    storeId: string,
    actorName: string,
    work: (context: StepsContext) => Promise<Result>,
  ): Promise<Result | undefined>;
}

/** Work that a service does beside everything else, at its own pace: what is slow in it keeps nobody waiting. */
export interface Worker {
  /** Looks for work by itself from now on. */
  start(): void;
  /** Ends what is under way, or breaks it off where that takes long. */
  stop(): Promise<void>;
  /** Looks for work soon: in one store, or in all. */
  wake(storeId?: string): void;
  /** Works off what is due on the clocks; answers whether there was anything. Started or not. */
  drain(): Promise<boolean>;
  /** The same in one store. */
  drainStore(storeId: string): Promise<boolean>;
  /** When, later than the store's clock says now, something is due; undefined where nothing is. */
  nextDueAt(storeId: string): Promise<Date | undefined>;
}

/** A service: handlers for the operations `<name>.*` of the contract, its collections, what it listens to. */
export interface Service {
  readonly name: string;
  readonly collections: readonly Collection[];
  /** By operation id. */
  readonly handlers: Readonly<Record<string, Handler | StepsHandler>>;
  /** By operation id, for list operations that a relation reaches. */
  readonly batches: Readonly<Record<string, BatchHandler>>;
  /** Loads resources of a type by id for GraphQL relations, in one read. By resource name. */
  readonly loaders: Readonly<Record<string, Loader>>;
  readonly subscriptions: readonly Subscription[];
  readonly schedules: Readonly<Record<string, Schedule>>;
  /** Made once for a runtime. */
  readonly createWorker?: (host: WorkerHost) => Worker;
  /** By the name in the address that a provider is given: `stripe`. */
  readonly receivers?: Readonly<Record<string, Receiver>>;
  /** Reads the token that customers send beside the key. One service at most. */
  readonly identifyCustomer?: IdentifyCustomer;
}

/** The handlers of a set of operations, each typed by the contract: input, and what it must answer. */
export type HandlersOf<Operations extends Readonly<Record<string, Operation>>> = {
  readonly [Id in keyof Operations]: (
    context: Operations[Id]['effect'] extends 'steps' ? StepsContext : Context,
    input: InputOf<Operations[Id]>,
  ) => Promise<
    Operations[Id] extends { readonly download: unknown } ? FileAnswer : JsonText | OutputOf<Operations[Id]>
  >;
};
