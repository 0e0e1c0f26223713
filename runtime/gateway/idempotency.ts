import { createHash } from 'node:crypto';
import type { Actor, Clock } from '../context/context.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { collection, type Reader, type StoredDocument, type Writer } from '../store/port.ts';
import type { Platform } from './platform.ts';

/**
 * The answer to a write, kept with the write: in the same transaction, so that a retry gets it exactly when the
 * first request was carried out. Refusals are not kept: asked again, they are decided again.
 */
interface IdempotencyRecord extends StoredDocument {
  /** Keyed digest of the operation and its input. */
  readonly request: string;
  /** Null while work in steps has not come to its end. */
  readonly answer: Recorded | null;
  /** Of work in steps: null of a write. */
  readonly run: Run | null;
  readonly expiresAt: string;
}

interface Run {
  /** What the stable ids are made of, in all runs. */
  readonly ulid: string;
  /** The process that runs it, and until when it is believed to. */
  readonly holder: string;
  readonly leaseUntil: string;
}

/** An answer may be all about a person, or hold a cart's token. */
export const idempotencyRecords = collection<IdempotencyRecord, 'answer'>({
  name: 'idempotency_records',
  sealed: { answer: true },
  indexes: {
    byExpiry: {
      version: 1,
      columns: [{ name: 'expiresAt', type: 'text' }],
      keys: ({ expiresAt }) => [[expiresAt]],
    },
  },
});

const keepMilliseconds = 24 * 60 * 60 * 1000;

/** Steps take seconds; what takes longer has most likely crashed. */
const leaseMilliseconds = 60 * 1000;

export interface IdempotentRequest {
  readonly recordId: string;
  readonly request: string;
}

export interface Recorded {
  readonly status: number;
  /** JSON text. */
  readonly body: string;
}

/** All shoppers ask with the same key: signed in, each is a caller of their own. */
export function callerIdOf({ id, customer }: Actor): string {
  return customer ? `${id} ${customer.id}` : id;
}

/**
 * A key is the caller's own: two API keys may use the same one. The digest of the input is a keyed one, because an
 * e-mail address is found soon by whoever tries many against a plain one.
 */
export async function idempotentRequest(
  { platform, storeId }: { readonly platform: Platform; readonly storeId: string },
  callerId: string,
  key: string,
  ...of: readonly unknown[]
): Promise<IdempotentRequest> {
  const digest = createHash('sha256')
    .update(JSON.stringify([callerId, key]))
    .digest('base64url');
  const request = await platform.engine.digestOf(storeId, JSON.stringify(of));
  return { recordId: `idem_${digest}`, request };
}

function requireSame(record: IdempotencyRecord, { request }: IdempotentRequest): void {
  if (record.request === request) return;
  throw problem(problems.idempotencyMismatch, {
    detail: 'The idempotency key was used before, for another operation or another input.',
  });
}

/** The record of a request, unless it is too old to count. */
async function find(
  store: Writer,
  request: IdempotentRequest,
  clock: Clock,
): Promise<IdempotencyRecord | undefined> {
  const record = await store.get(idempotencyRecords, request.recordId, { lock: true });
  if (!record) return undefined;
  if (record.expiresAt <= clock.now().toISOString()) {
    await store.delete(idempotencyRecords, request.recordId);
    return undefined;
  }
  requireSame(record, request);
  return record;
}

function expiryFrom(clock: Clock): string {
  return new Date(clock.now().getTime() + keepMilliseconds).toISOString();
}

/**
 * The answer given before, or undefined where this is the first time.
 * @throws {Problem} `idempotency_mismatch` where the key was used for another request.
 */
export async function recorded(
  store: Writer,
  request: IdempotentRequest,
  clock: Clock,
): Promise<Recorded | undefined> {
  return (await find(store, request, clock))?.answer ?? undefined;
}

export async function record(
  store: Writer,
  { recordId, request }: IdempotentRequest,
  answer: Recorded,
  clock: Clock,
): Promise<void> {
  await store.insert(idempotencyRecords, {
    ...{ id: recordId, request, answer, run: null },
    expiresAt: expiryFrom(clock),
  });
}

/** Who runs work in steps, and whether others do, too. */
export interface Holder {
  /** Of the store: how long an answer is kept. */
  readonly clock: Clock;
  /** How long a run is believed to be alive. */
  readonly machineClock: Clock;
  readonly instanceId: string;
  readonly isShared: boolean;
}

export interface Claim {
  /** Where it was answered before. */
  readonly answer: Recorded | null;
  readonly ulid: string;
}

/**
 * Takes a request in steps for this process: a new one with the ULID given, one that was broken off with its own.
 * @throws {Problem} `idempotency_in_progress` while it is being worked on, `idempotency_mismatch`.
 */
export async function claimRequest(
  store: Writer,
  request: IdempotentRequest,
  ulid: string,
  { clock, machineClock, instanceId, isShared }: Holder,
): Promise<Claim> {
  const now = machineClock.now();
  const leaseUntil = new Date(now.getTime() + leaseMilliseconds).toISOString();
  const existing = await find(store, request, clock);
  if (!existing) {
    const { recordId: id } = request;
    const run = { ulid, holder: instanceId, leaseUntil };
    await store.insert(idempotencyRecords, {
      ...{ id, request: request.request, answer: null, run, expiresAt: expiryFrom(clock) },
    });
    return { answer: null, ulid };
  }
  if (existing.answer || !existing.run) return { answer: existing.answer, ulid };
  const { run } = existing;
  // Where this process serves the store alone, what another one ran has ended with it.
  const isAlive = run.holder === instanceId || isShared;
  if (isAlive && run.leaseUntil > now.toISOString()) {
    throw problem(problems.idempotencyInProgress, {
      detail: 'The first request with this idempotency key has not been answered yet.',
      retryAfter: 1,
    });
  }
  await store.update(idempotencyRecords, existing.id, (document) => ({
    ...document,
    run: { ulid: run.ulid, holder: instanceId, leaseUntil },
  }));
  return { answer: null, ulid: run.ulid };
}

/** The end of work in steps. */
export async function keepAnswer(
  store: Writer,
  { recordId }: IdempotentRequest,
  answer: Recorded,
): Promise<void> {
  await store.update(idempotencyRecords, recordId, (document) => ({ ...document, answer }));
}

/** Lets a request that failed be tried again at once, with the same stable ids. */
export async function putBack(
  store: Writer,
  { recordId }: IdempotentRequest,
  { machineClock }: Holder,
): Promise<void> {
  const leaseUntil = machineClock.now().toISOString();
  await store.update(idempotencyRecords, recordId, (document) => ({
    ...document,
    run: document.run && { ...document.run, leaseUntil },
  }));
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
