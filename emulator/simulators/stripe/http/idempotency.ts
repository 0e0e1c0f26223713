import type { Writer } from '../../../../runtime/store/port.ts';
import { digestOf } from '../account.ts';
import { type IdempotencyDocument, idempotencyRecords } from '../collections.ts';
import type { Work } from '../objects/work.ts';
import { StripeError } from '../stripe-error.ts';

const lifetimeSeconds = 24 * 60 * 60;
const forgottenAtOnce = 20;

export interface Remembered {
  readonly status: number;
  readonly body: object;
  /** The request that was answered first, where this is its answer once more. */
  readonly originalRequest?: string;
}

async function forgetExpired(store: Writer, now: number): Promise<void> {
  const { items } = await store.query(idempotencyRecords, {
    ...{ index: 'by_expiry', where: {}, range: { before: now }, pageSize: forgottenAtOnce },
  });
  for (const { document } of items) await store.delete(idempotencyRecords, document.id);
}

function otherParameters(key: string): StripeError {
  return new StripeError(400, {
    type: 'idempotency_error',
    message:
      'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using ' +
      `a key other than '${key}' if you meant to execute a different request.`,
  });
}

/**
 * Does what a key stands for once. Answer and effects are committed together; a refusal that leaves nothing behind is
 * not kept, so that the request can be corrected. Two requests at the same time are answered one after the other.
 */
export async function once(
  work: Work,
  key: string,
  what: string,
  run: () => Promise<{ readonly status: number; readonly body: object }>,
): Promise<Remembered> {
  const id = `${work.account}:${key}`;
  const digest = await digestOf(work, what);
  await forgetExpired(work.store, work.now);
  const before = await work.store.get(idempotencyRecords, id);
  if (before) {
    if (before.digest !== digest) throw otherParameters(key);
    return { status: before.status, body: before.body as object, originalRequest: before.requestId };
  }
  const answer = await run();
  await work.store.insert<IdempotencyDocument>(idempotencyRecords, {
    ...{ id, requestId: work.request?.id ?? '', digest, status: answer.status, body: answer.body },
    expires: work.now + lifetimeSeconds,
  });
  return answer;
}
