import { randomUUID } from 'node:crypto';
import type { StoreConfig, StorefrontConfig } from '../config/store-config.ts';
import type { Clock, IdGenerator, Logger } from '../context/context.ts';
import type { Connections } from '../context/provider-connection.ts';
import type {
  BatchHandler,
  Handler,
  IdentifyCustomer,
  Receiver,
  Service,
  StepsHandler,
} from '../context/service.ts';
import type { EventDefinition } from '../contract/event.ts';
import type { FileStore } from '../files/port.ts';
import type { Outgoing } from '../outgoing/index.ts';
import type { Engine, Store, Writer } from '../store/port.ts';
import type { AroundOperation } from './around-operation.ts';
import { CompiledContract } from './compiled-contract.ts';
import { type EventFault, eventErrors } from './event-check.ts';
import { OutsideAnswers } from './outside-answers.ts';
import { readOnly } from './read-only-store.ts';
import { type StoreConfigDocument, storeConfigId, storeConfigs } from './store-config-document.ts';

/** A store that is being served: its documents, and the contract of the configuration in force. */
export interface ServedStore {
  readonly id: string;
  readonly store: Store;
  /** The same, for reads. */
  readonly reader: Writer;
  compiled: CompiledContract;
  /** Version of the configuration's document. */
  configVersion: number;
  /** When it was last looked whether another process changed the configuration; monotonic milliseconds. */
  checkedAt: number;
}

export interface PlatformOptions {
  readonly engine: Engine;
  readonly services: readonly Service[];
  readonly clockOf: (storeId: string) => Clock;
  readonly machineClock: Clock;
  readonly ids: IdGenerator;
  readonly files: FileStore;
  readonly log: Logger;
  readonly connections: Connections;
  readonly outgoing: Outgoing;
  /** Told of events whose data is not what the contract says; nothing is checked where nobody listens. */
  readonly onEventFault?: ((fault: EventFault) => void) | undefined;
  readonly checksEvents?: (() => boolean) | undefined;
  /** Around each operation that is asked for over HTTP; there is nothing unless given. */
  readonly aroundOperation?: AroundOperation | undefined;
  /** Where the storefront is, for a store whose config doesn't say. */
  readonly storefront: () => StorefrontConfig | null;
  /** Whether other processes serve the same stores. */
  readonly isShared: boolean;
  /** Milliseconds after which a configuration changed by another process is noticed; none where there is none. */
  readonly recheckConfigAfter?: number | undefined;
}

type Loader = Service['loaders'][string];

/** What all requests share: the engine, the services' handlers and the stores that are served. */
export class Platform {
  readonly engine: Engine;
  /** Business time of a store. */
  readonly clockOf: (storeId: string) => Clock;
  /** By which leases run out. */
  readonly machineClock: Clock;
  readonly ids: IdGenerator;
  readonly files: FileStore;
  readonly log: Logger;
  readonly connections: Connections;
  readonly outgoing: Outgoing;
  readonly outsideAnswers: OutsideAnswers;
  readonly storefront: () => StorefrontConfig | null;
  readonly isShared: boolean;
  /** Tells this process from others, and from itself before a crash. */
  readonly instanceId = randomUUID();
  readonly handlers: ReadonlyMap<string, Handler | StepsHandler>;
  readonly batches: ReadonlyMap<string, BatchHandler>;
  readonly loaders: ReadonlyMap<string, Loader>;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly identifyCustomer: IdentifyCustomer | undefined;
  readonly aroundOperation: AroundOperation | undefined;
  readonly #onEventFault: ((fault: EventFault) => void) | undefined;
  readonly #checksEvents: () => boolean;
  readonly #recheckConfigAfter: number | undefined;
  readonly #served = new Map<string, ServedStore>();
  readonly #compiled = new Map<string, WeakRef<CompiledContract>>();

  constructor(options: PlatformOptions) {
    const { engine, services, clockOf, machineClock, ids, files, log } = options;
    this.engine = engine;
    this.clockOf = clockOf;
    this.machineClock = machineClock;
    this.ids = ids;
    this.files = files;
    this.log = log;
    this.connections = options.connections;
    this.outgoing = options.outgoing;
    this.outsideAnswers = new OutsideAnswers(options);
    this.storefront = options.storefront;
    this.isShared = options.isShared;
    this.handlers = new Map(services.flatMap((service) => Object.entries(service.handlers)));
    this.batches = new Map(services.flatMap((service) => Object.entries(service.batches)));
    this.loaders = new Map(services.flatMap((service) => Object.entries(service.loaders)));
    this.receivers = new Map(services.flatMap(({ receivers = {} }) => Object.entries(receivers)));
    this.identifyCustomer = services.find((service) => service.identifyCustomer)?.identifyCustomer;
    this.aroundOperation = options.aroundOperation;
    this.#onEventFault = options.onEventFault;
    this.#checksEvents = options.checksEvents ?? (() => true);
    this.#recheckConfigAfter = options.recheckConfigAfter;
  }

  /** A store with the configuration in force; undefined where it was never configured. */
  async serve(storeId: string): Promise<ServedStore | undefined> {
    const served = this.#served.get(storeId);
    if (!served) return this.#load(storeId);
    if (this.#recheckConfigAfter === undefined) return served;
    const now = performance.now();
    if (now - served.checkedAt < this.#recheckConfigAfter) return served;
    served.checkedAt = now;
    return this.#load(storeId);
  }

  /** The store as it is served now, without looking further. */
  served(storeId: string): ServedStore | undefined {
    return this.#served.get(storeId);
  }

  async #load(storeId: string): Promise<ServedStore | undefined> {
    const document = await this.engine.store(storeId).get(storeConfigs, storeConfigId);
    if (!document) return undefined;
    return this.activate(storeId, document);
  }

  /** Serves a store with another configuration, for the requests that come after. */
  activate(storeId: string, document: StoreConfigDocument, compiled?: CompiledContract): ServedStore {
    const served = this.#served.get(storeId);
    if (served && served.configVersion >= document.version) return served;
    const next = compiled ?? this.#compile(document.config);
    if (served) {
      served.compiled = next;
      served.configVersion = document.version;
      return served;
    }
    const store = this.engine.store(storeId);
    const fresh: ServedStore = {
      ...{ id: storeId, store, reader: readOnly(store), compiled: next },
      ...{ configVersion: document.version, checkedAt: performance.now() },
    };
    this.#served.set(storeId, fresh);
    return fresh;
  }

  /** After whatever is under way, because it holds nobody up; only where somebody wants to know. */
  checkEvent(storeId: string, definition: EventDefinition, subject: string, data: unknown): void {
    const tell = this.#onEventFault;
    if (!tell || !this.#checksEvents()) return;
    setImmediate(() => {
      const errors = eventErrors(definition, data);
      if (errors.length > 0) tell({ storeId, type: definition.type, subject, errors });
    });
  }

  /** Stores of one configuration share their contract: that of a thousand copies of a store is compiled once. */
  #compile(config: StoreConfig): CompiledContract {
    const text = JSON.stringify(config);
    const known = this.#compiled.get(text)?.deref();
    if (known) return known;
    const compiled = new CompiledContract(config);
    this.#compiled.set(text, new WeakRef(compiled));
    for (const [other, reference] of this.#compiled) {
      if (!reference.deref()) this.#compiled.delete(other);
    }
    return compiled;
  }

  /** Stops serving a store whose data was replaced; the next request loads it anew. */
  forget(storeId: string): void {
    this.#served.delete(storeId);
  }
}

/** Writes the configuration's document; the same configuration writes nothing. */
export async function putConfig(store: Writer, config: StoreConfig): Promise<StoreConfigDocument> {
  const current = await store.get(storeConfigs, storeConfigId, { lock: true });
  if (!current) return store.insert(storeConfigs, { id: storeConfigId, config });
  const isSame = JSON.stringify(current.config) === JSON.stringify(config);
  return store.update(storeConfigs, storeConfigId, (document) =>
    isSame ? document : { ...document, config },
  );
}
