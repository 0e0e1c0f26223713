import { randomBytes } from 'node:crypto';
import type { Actor, Context } from '../context/context.ts';
import type { Handler } from '../context/service.ts';
import type { OutputOf } from '../contract/operation.ts';
import type { Writer } from '../store/port.ts';
import { CompiledContract } from './compiled-contract.ts';
import { type Platform, putConfig, type ServedStore } from './platform.ts';
import type { StoreConfigDocument } from './store-config-document.ts';

/** What a request, or a piece of background work, brings to its context. */
export interface ContextOptions {
  readonly platform: Platform;
  readonly served: ServedStore;
  /** The contract that was in force when the work began. */
  readonly compiled: CompiledContract;
  readonly store: Writer;
  readonly actor: Actor;
  readonly requestId: string;
  readonly traceId: string;
  readonly expectedVersion?: number | undefined;
  readonly acceptsJson?: boolean;
  /** Called with a configuration that takes effect when the transaction commits. */
  readonly onReconfigured?: ((document: StoreConfigDocument, compiled: CompiledContract) => void) | undefined;
}

/** Everything a handler may touch; see `Context`. */
export function createContext(options: ContextOptions): Context {
  const { platform, compiled, store, requestId, traceId, actor, expectedVersion, served } = options;
  const { acceptsJson = false } = options;
  const clock = platform.clockOf(served.id);
  return {
    storeId: served.id,
    requestId,
    traceId,
    actor,
    store,
    clock,
    ids: platform.ids,
    config: compiled.config,
    contract: compiled.contract,
    files: platform.files,
    log: platform.log,
    outgoing: platform.outgoing,
    storefront: compiled.config.storefront ?? platform.storefront(),
    expectedVersion,
    acceptsJson,

    newSecret: () => randomBytes(32).toString('base64url'),
    digestOf: (text) => platform.engine.digestOf(served.id, text),

    ask: (service, question) =>
      platform.outsideAnswers.of(
        { storeId: served.id, traceId, config: compiled.config, configVersion: served.configVersion },
        service,
        question,
      ),

    async emit(type, subject, data) {
      const declared = compiled.contract.events.get(type);
      if (!declared) throw new Error(`The contract declares no event ${type}.`);
      const time = clock.now().toISOString();
      const isPersonal = declared.isPersonal === true;
      platform.checkEvent(served.id, declared, subject, data);
      const id = platform.ids.next('evt');
      await store.append([{ id, type, subject, time, traceId, data, isPersonal }]);
      return id;
    },

    async call(operation, input) {
      if (operation.effect === 'steps') throw new Error(`${operation.id} can't be part of a transaction.`);
      const handler = platform.handlers.get(operation.id) as Handler | undefined; // of an operation without steps
      if (!handler) throw new Error(`No service handles ${operation.id}.`);
      // An upload's file is no part of the input's schema.
      const { file, ...rest } = input as Record<string, unknown>;
      const complete = compiled.operation(operation.id).validate(rest);
      const nested = createContext({ ...options, expectedVersion: undefined, acceptsJson: false });
      const answer = await handler(nested, file === undefined ? complete : { ...complete, file });
      // The contract's tests hold handlers to what they answer.
      return answer as OutputOf<typeof operation>;
    },

    async reconfigure(config) {
      const document = await putConfig(store, config);
      const next = new CompiledContract(config);
      options.onReconfigured?.(document, next);
      return createContext({ ...options, compiled: next });
    },
  };
}
