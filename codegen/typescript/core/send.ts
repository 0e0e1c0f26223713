import { buildBody, queryString } from './build-request.ts';
import type { ApiAnswer } from './call.ts';
import { askForToken } from './customer-token.ts';
import { ApiError, ConnectionError, type FailureContext, type TimeoutError, toApiError } from './errors.ts';
import type { ClientOptions, CustomerToken, RequestDescription, VersionedOptions } from './options.ts';
import { randomId } from './random-id.ts';
import { isRetryable, parseRetryAfter, sleep, waitBeforeRetry } from './retry.ts';
import { outOfTime, stoppedBy } from './stopped-by.ts';

export interface Connection extends ClientOptions {
  url: string;
  key: string;
  customerToken?: CustomerToken | undefined;
}

/** One call: the same request, key and all, until it is answered or there is no point in trying again. */
export async function send(
  connection: Connection,
  request: RequestDescription,
  options: VersionedOptions = {},
): Promise<ApiAnswer<unknown>> {
  const attempts = (options.retries ?? connection.retries ?? 2) + 1;
  const deadlineAt = options.deadline === undefined ? Infinity : performance.now() + options.deadline;
  const idempotencyKey = request.isWrite ? (options.idempotencyKey ?? randomId()) : undefined;
  let refused: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const context = { attempts: attempt, idempotencyKey };
    const { customerToken } = connection;
    const token =
      customerToken && (await askForToken(customerToken, refused, options, deadlineAt, request, context));
    const outcome = await tryOnce(connection, request, options, context, deadlineAt, token);
    if (!('error' in outcome)) return outcome;
    const { error, isFinal } = outcome;
    // Nothing was done for a token that is too old, so the next one goes with the same request.
    const isTooOld = ApiError.is(error) && error.code === 'session_expired';
    if (isTooOld && token !== undefined && refused === undefined) {
      refused = token;
      continue;
    }
    if (isFinal || attempt >= attempts || !isRetryable(error)) throw error;
    const wait = waitBeforeRetry(attempt, 'retryAfter' in error ? error.retryAfter : undefined);
    if (wait === undefined || performance.now() + wait >= deadlineAt) throw error;
    const { method } = request;
    connection.hooks?.onRetry?.({
      method,
      url: shownUrl(connection, request),
      attempt,
      error,
      waitMilliseconds: wait,
    });
    await (connection.sleep ?? sleep)(wait, options.signal).catch((reason: unknown) => {
      throw options.signal?.aborted ? stoppedBy(reason, request, context) : reason;
    });
  }
}

type Failure = { error: ApiError | ConnectionError | TimeoutError; isFinal: boolean };

async function tryOnce(
  connection: Connection,
  request: RequestDescription,
  options: VersionedOptions,
  context: FailureContext,
  deadlineAt: number,
  customerToken: string | undefined,
): Promise<ApiAnswer<unknown> | Failure> {
  const { method } = request;
  const url = shownUrl(connection, request);
  const attempt = context.attempts;
  if (options.signal?.aborted) throw stoppedBy(options.signal.reason, request, context);
  const built = buildBody(request);
  const headers = buildHeaders(connection, options, context, built?.contentType);
  connection.hooks?.onRequest?.({ method, url, attempt, headers });
  // Beside those that the hook saw, who may keep them.
  const authorized = new Headers(headers);
  authorized.set('authorization', `Bearer ${connection.key}`);
  if (customerToken !== undefined) authorized.set('customer-token', customerToken);
  const timeout = options.timeout ?? connection.timeout ?? 30_000;
  const remaining = deadlineAt - performance.now();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, Math.max(0, Math.min(timeout, remaining)));
  options.signal?.addEventListener('abort', stop, { once: true });
  const startedAt = performance.now();
  let response: Response;
  let text = '';
  let file: Blob | undefined;
  try {
    response = await (connection.fetch ?? fetch)(connection.url + request.path + queryString(request.query), {
      method,
      headers: authorized,
      signal: controller.signal,
      ...(built && { body: built.body }),
    });
    if (response.ok && request.isFile) file = await response.blob();
    else text = await response.text();
  } catch (cause) {
    if (options.signal?.aborted) throw stoppedBy(options.signal.reason, request, context);
    if (!controller.signal.aborted) return { error: noAnswer(url, method, cause, context), isFinal: false };
    const limit = remaining <= timeout ? 'deadline' : 'timeout';
    const isFinal = limit === 'deadline';
    const allowed = isFinal ? options.deadline : timeout;
    return { error: outOfTime(request, 'answer', limit, allowed, context), isFinal };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', stop);
  }
  const { status } = response;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const milliseconds = performance.now() - startedAt;
  connection.hooks?.onResponse?.({ method, url, attempt, status, requestId, milliseconds });
  if (file) return { data: file, response };
  const body = parse(text);
  const failure = request.failureIn?.(body, response.ok ? 500 : status);
  if (response.ok && body !== notJson && !failure) return { data: body, response };
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'), Date.now());
  const answer = { status, body: body === notJson ? text : body, requestId, retryAfter, ...failure };
  return { error: toApiError(answer, context), isFinal: false };
}

function buildHeaders(
  connection: Connection,
  options: VersionedOptions,
  context: FailureContext,
  contentType: string | undefined,
): Headers {
  const headers = new Headers({ accept: 'application/json', ...connection.headers, ...options.headers });
  if (contentType !== undefined) headers.set('content-type', contentType);
  if (context.idempotencyKey !== undefined) headers.set('idempotency-key', context.idempotencyKey);
  if (options.ifVersion !== undefined) headers.set('if-match', `"${options.ifVersion}"`);
  if (context.attempts > 1) headers.set('retry-attempt', String(context.attempts - 1));
  return headers;
}

/** Without its query, which may name people. */
function shownUrl(connection: Connection, request: RequestDescription): string {
  return connection.url + request.path;
}

function noAnswer(url: string, method: string, cause: unknown, context: FailureContext): ConnectionError {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const reason = inner instanceof Error ? inner.message : String(inner);
  return new ConnectionError(
    `${method} ${url}: no answer (${reason}, attempt ${context.attempts}). Is the platform running there?`,
    context,
    { cause },
  );
}

const notJson = Symbol('not JSON');

/** Nothing (204) is undefined. What is not JSON is some proxy's page: kept as text, in an error. */
function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}
