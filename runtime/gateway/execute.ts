import { randomBytes } from 'node:crypto';
import type { Actor, Context, StepsContext } from '../context/context.ts';
import { JsonText } from '../context/service.ts';
import { secretScopes } from '../contract/scope.ts';
import { createContext } from './create-context.ts';
import { handleOperation } from './handle-operation.ts';
import type { Platform, ServedStore } from './platform.ts';
import { withAnswers } from './with-answers.ts';
import { backgroundSteps } from './work-in-steps.ts';

/** The platform itself, on nobody's behalf. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: name, scopes: secretScopes };
}

export interface ExecuteOptions {
  readonly actor?: Actor;
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
  /** For uploads. */
  readonly file?: { readonly contentType: string; readonly contents: Uint8Array };
}

function newTrace(): string {
  return randomBytes(16).toString('hex');
}

/** Calls an operation from inside the process, through the same steps as a request. */
export async function execute(
  platform: Platform,
  served: ServedStore,
  operationId: string,
  input: Readonly<Record<string, unknown>>,
  { actor = systemActor('process'), ...rest }: ExecuteOptions = {},
): Promise<unknown> {
  const { compiled } = served;
  const { body } = await handleOperation(platform, {
    ...{ served, compiled, actor, input, ...rest },
    operation: compiled.operation(operationId),
    requestId: platform.ids.next('req'),
    traceId: newTrace(),
  });
  return body instanceof JsonText ? body.parsed() : body;
}

/** Background work (a subscriber, a schedule) in one transaction, as the platform. */
export async function runInTransaction(
  platform: Platform,
  served: ServedStore,
  actorName: string,
  work: (context: Context) => Promise<void>,
  traceId = newTrace(),
): Promise<void> {
  const { compiled } = served;
  await withAnswers(() =>
    served.store.transaction((store) =>
      work(
        createContext({
          ...{ platform, served, compiled, store, traceId },
          actor: systemActor(actorName),
          requestId: platform.ids.next('req'),
        }),
      ),
    ),
  );
}

/** The same in steps. `of` names the work over all its runs; work without a name is new each time. */
export async function runInSteps(
  platform: Platform,
  served: ServedStore,
  actorName: string,
  work: (context: StepsContext) => Promise<void>,
  of?: { readonly id: string; readonly traceId: string },
): Promise<void> {
  const { compiled } = served;
  const call = { served, compiled, actor: systemActor(actorName), traceId: of?.traceId ?? newTrace() };
  await work(backgroundSteps(platform, { ...call, requestId: platform.ids.next('req') }, of?.id));
}
