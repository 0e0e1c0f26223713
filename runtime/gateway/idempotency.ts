import { createHash } from 'node:crypto';
import type { Clock } from '../context/context.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { collection, type Reader, type StoredDocument, type Writer } from '../store/port.ts';

/**
 * The answer to a write, kept with the write: in the same transaction, so that a retry gets it exactly when the
 * first request was carried out. Refusals are not kept: asked again, they are decided again.
 */
interface IdempotencyRecord extends StoredDocument {
  /** Digest of the operation and its input. */
  readonly request: string;
  readonly status: number;
  /** JSON text. */
  readonly body: string;
  readonly expiresAt: string;
}

export const idempotencyRecords = collection<IdempotencyRecord>({
  name: 'idempotency_records',
  indexes: {
    byExpiry: {
      version: 1,
      columns: [{ name: 'expiresAt', type: 'text' }],
      keys: ({ expiresAt }) => [[expiresAt]],
    },
  },
});

const keepMilliseconds = 24 * 60 * 60 * 1000;

export interface IdempotentRequest {
  readonly recordId: string;
  readonly request: string;
}

export interface Recorded {
  readonly status: number;
  readonly body: string;
}

function digest(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** A key is the caller's own: two API keys may use the same one. */
export function idempotentRequest(
  actorId: string,
  key: string,
  operationId: string,
  input: unknown,
): IdempotentRequest {
  return { recordId: `idem_${digest(actorId, key)}`, request: digest(operationId, input) };
}

/**
 * The answer given before, or undefined where this is the first time.
 * @throws {Problem} `idempotency_mismatch` where the key was used for another request.
 */
export async function recorded(
  store: Writer,
  { recordId, request }: IdempotentRequest,
  clock: Clock,
): Promise<Recorded | undefined> {
  const record = await store.get(idempotencyRecords, recordId, { lock: true });
  if (!record) return undefined;
  if (record.expiresAt <= clock.now().toISOString()) {
    await store.delete(idempotencyRecords, recordId);
    return undefined;
  }
  if (record.request !== request) {
    throw problem(problems.idempotencyMismatch, {
      detail: 'The idempotency key was used before, for another operation or another input.',
    });
  }
  return { status: record.status, body: record.body };
}

export async function record(
  store: Writer,
  { recordId, request }: IdempotentRequest,
  answer: Recorded,
  clock: Clock,
): Promise<void> {
  const expiresAt = new Date(clock.now().getTime() + keepMilliseconds).toISOString();
  await store.insert(idempotencyRecords, { id: recordId, request, ...answer, expiresAt });
}

/** Whether the key was used by a request that was carried out. */
export async function isRecorded(store: Reader, { recordId }: IdempotentRequest): Promise<boolean> {
  return (await store.get(idempotencyRecords, recordId)) !== undefined;
}

/** Takes away what has expired, a few hundred at a time. */
export async function forgetExpired(store: Writer, clock: Clock): Promise<void> {
  const { items } = await store.query(idempotencyRecords, {
    index: 'byExpiry',
    where: {},
    range: { before: clock.now().toISOString() },
    pageSize: 500,
  });
  for (const { document } of items) await store.delete(idempotencyRecords, document.id);
}
