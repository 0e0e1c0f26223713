import type { Clock } from '../../../runtime/context/context.ts';
import { traceOf } from '../../../runtime/gateway/rest/trace.ts';
import { deliveryHeaders } from './delivery-headers.ts';
import type { EntryDescription, EntryDetail } from './entry.ts';
import type { Journal } from './journal.ts';
import { messageBody } from './message-body.ts';
import { headersWithoutSecrets, removeSecrets } from './remove-secrets.ts';

export interface RequestToSend {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const timeoutMilliseconds = 30_000;

type Sent = Pick<EntryDetail, 'response' | 'error'> & { readonly status: string };

async function post({ url, headers, body }: RequestToSend): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    const answered = Object.fromEntries(answer.headers);
    const kept = messageBody(answered['content-type'] ?? null, await answer.text());
    return {
      status: String(answer.status),
      response: { headers: headersWithoutSecrets(answered), body: kept },
      error: null,
    };
  } catch (error) {
    // What a socket says of itself stands in the cause.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      status: 'failed',
      response: null,
      error: cause instanceof Error ? cause.message : String(cause),
    };
  }
}

/** Sends what somebody has written from this machine, and writes it down with its answer. */
export async function sendRequest(
  journal: Pick<Journal, 'add'>,
  clock: Clock,
  storeId: string,
  asked: RequestToSend,
): Promise<Sent> {
  const at = clock.now().toISOString();
  const { traceId, traceparent } = traceOf({});
  const headers: Readonly<Record<string, string>> = { ...asked.headers, traceparent };
  const begun = performance.now();
  const sent = await post({ ...asked, headers });
  const durationMs = Math.round((performance.now() - begun) * 100) / 100;
  journal.add({
    kind: 'delivery_attempt',
    at,
    describe: (): EntryDescription => ({
      ...{ storeId, traceId, type: null, endpoint: null, subject: null, durationMs },
      title: removeSecrets(`sent by hand to ${asked.url}`),
      status: sent.status,
      isFailure: !/^2\d\d$/.test(sent.status),
      detail: {
        ...{ method: 'POST', url: removeSecrets(asked.url), response: sent.response ?? null },
        request: {
          headers: deliveryHeaders(headers),
          body: messageBody(headers['content-type'] ?? null, asked.body),
        },
        error: sent.error ?? null,
      },
    }),
  });
  return sent;
}
