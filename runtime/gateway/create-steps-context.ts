import { randomBytes } from 'node:crypto';
import type { Context, StepsContext } from '../context/context.ts';
import { traceparentOf } from '../context/traceparent.ts';
import type { InputOf, Operation, OutputOf } from '../contract/operation.ts';
import type { Writer } from '../store/port.ts';
import { createContext } from './create-context.ts';
import type { OperationCall } from './operation-call.ts';
import type { Platform } from './platform.ts';
import { withAnswers } from './with-answers.ts';

/** What work in steps brings to its context, whether a request, a notice or a schedule began it. */
export interface StepsContextOptions
  extends Pick<OperationCall, 'served' | 'compiled' | 'actor' | 'requestId' | 'traceId' | 'expectedVersion'> {
  readonly platform: Platform;
  /** Of the request, the same in all its runs: the stable ids are made of it. */
  readonly ulid: string;
  /** Calls another operation, as part of this work. */
  readonly call: (operation: Operation, input: Record<string, unknown>) => Promise<unknown>;
}

/** Everything that work in steps may touch; see `StepsContext`. */
export function createStepsContext(options: StepsContextOptions): StepsContext {
  const { platform, served, compiled, actor, requestId, traceId, expectedVersion, ulid } = options;
  const contextIn = (store: Writer): Context =>
    createContext({ platform, served, compiled, store, actor, requestId, traceId });
  return {
    storeId: served.id,
    requestId,
    traceId,
    actor,
    store: served.store,
    clock: platform.clockOf(served.id),
    ids: platform.ids,
    config: compiled.config,
    contract: compiled.contract,
    files: platform.files,
    log: platform.log,
    outgoing: platform.outgoing,
    storefront: compiled.config.storefront ?? platform.storefront(),
    expectedVersion,

    newSecret: () => randomBytes(32).toString('base64url'),
    digestOf: (text) => platform.engine.digestOf(served.id, text),
    transaction: (work) => withAnswers(() => served.store.transaction((store) => work(contextIn(store)))),
    stableId: (prefix) => `${prefix}_${ulid}`,
    async connectionTo(provider) {
      const connection = await platform.connections.connectionTo(served.id, compiled.config, provider);
      const traceparent = traceparentOf(traceId);
      return connection && { ...connection, ...(traceparent ? { traceparent } : {}) };
    },

    async call<O extends Operation>(operation: O, input: InputOf<O>) {
      // The contract's tests hold handlers to what they answer.
      return (await options.call(operation, input as Record<string, unknown>)) as OutputOf<O>;
    },
  };
}
