import { createHmac, randomBytes } from 'node:crypto';
import type { Notice, SendNotice } from '../../send-notice.ts';
import type { SimulatorContext } from '../../simulator.ts';
import { type CallbackAttempt, type PartnerCallback, partnerCallbacks, partnerHooks } from '../documents.ts';

/** On the machine's clock. */
const timeoutMilliseconds = 15_000;
/** Of an answer, for people to look at. */
const keptCharacters = 2000;
/** Seconds of business time before each further attempt. */
const waits: readonly number[] = [5, 300, 1800, 7200, 18_000];

/** The headers of Standard Webhooks, for one attempt. */
export function signedHeaders(
  messageId: string,
  body: string,
  secret: string,
  now: number,
): Record<string, string> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', key).update(`${messageId}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

export function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`;
}

async function post(
  sendNotice: SendNotice,
  notice: Omit<Notice, 'timeoutMilliseconds'>,
): Promise<Omit<CallbackAttempt, 'at'>> {
  try {
    const { status, body } = await sendNotice({ ...notice, timeoutMilliseconds });
    return { status, text: body.slice(0, keptCharacters) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return { status: null, text: `${error instanceof Error ? error.message : String(error)}${cause}` };
  }
}

/** What a callback becomes by an attempt: any 2xx ends it, a forged one is sent once, others are tried again. */
export function afterAttempt(callback: PartnerCallback, attempt: CallbackAttempt): PartnerCallback {
  const attempts = [...callback.attempts, attempt];
  if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
    return { ...callback, attempts, state: 'sent' };
  }
  const wait = waits[attempts.length - 1];
  if (wait === undefined || callback.isBadlySigned) return { ...callback, attempts, state: 'failed' };
  return { ...callback, attempts, dueAt: new Date(Date.parse(attempt.at) + wait * 1000).toISOString() };
}

/** Sends a callback once, and keeps what came back. An attempt that was broken off by the end is not counted. */
export async function sendCallback(
  { store, clock, address, sendNotice }: SimulatorContext,
  callback: PartnerCallback,
  stopped: AbortSignal,
): Promise<void> {
  const hook = await store.get(partnerHooks, callback.hookId);
  const secret = callback.isBadlySigned ? newSecret() : (hook?.secret ?? '');
  const answer = hook
    ? await post(sendNotice, {
        ...{ url: address(hook.url), body: callback.body, signal: stopped },
        headers: signedHeaders(callback.messageId, callback.body, secret, Date.now()),
      })
    : { status: null, text: 'The address was removed.' };
  if (stopped.aborted) return;
  const attempt = { at: clock.now().toISOString(), ...answer };
  await store.transaction((writer) =>
    writer.update<PartnerCallback>(partnerCallbacks, callback.id, (current) =>
      afterAttempt(current, attempt),
    ),
  );
}
