import type { EntryDescription, EntryDetail } from './entry.ts';
import { messageBody } from './message-body.ts';
import { headersWithoutSecrets, removeSecrets } from './remove-secrets.ts';
import type { Exchange, FaultNote } from './watch-exchanges.ts';

function contentTypeOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** What was asked and answered, as it may be kept. */
export function messagesOf({ request, reply, payload }: Exchange): EntryDetail {
  const answered = reply.getHeaders();
  return {
    method: request.method,
    path: removeSecrets(request.url),
    requestId: request.id,
    request: {
      headers: headersWithoutSecrets(request.headers),
      body: messageBody(contentTypeOf(request.headers['content-type']), request.body),
    },
    response: {
      headers: headersWithoutSecrets(answered),
      body: messageBody(contentTypeOf(answered['content-type']), payload),
    },
  };
}

/** What came of a request, and after how long. */
export function outcomeOf(
  { reply }: Pick<Exchange, 'reply'>,
  fault?: FaultNote,
): Pick<EntryDescription, 'status' | 'isFailure' | 'durationMs' | 'fault'> {
  const lost = fault?.lost ?? null;
  return {
    status: lost ?? String(reply.statusCode),
    isFailure: lost !== null || reply.statusCode >= 400,
    fault: fault?.text ?? null,
    durationMs: Math.round(reply.elapsedTime * 100) / 100,
  };
}

const resourceId = /^[a-z]+_[0-9A-Z]{26}$/;
const createdId = /^\{"id":"([a-z]+_[0-9A-Z]{26})"/;

/** Id of what a request is about: the last one in its path, or the one of what it made. */
export function subjectOf({ request, payload }: Exchange): string | null {
  const parameters = Object.values((request.params ?? {}) as Record<string, string>); // texts, as fastify reads them
  const named = parameters.filter((value) => resourceId.test(value)).at(-1);
  if (named !== undefined) return named;
  const [, made = null] = (typeof payload === 'string' && createdId.exec(payload)) || [];
  return made;
}
