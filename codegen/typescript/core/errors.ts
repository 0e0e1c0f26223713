import type { ErrorDetails } from './error-codes.ts';

/** Every code that this store's API can answer with. */
export type ErrorCode = keyof ErrorDetails;

/** One faulty place in the input; `pointer` is a JSON pointer into it. */
export interface FieldError {
  pointer: string;
  message: string;
}

/**
 * Instances are recognised by this mark rather than by their class, so that an error thrown by one copy of the
 * SDK is known to another copy in the same program.
 */
const mark = Symbol.for('headlesspro.sdk.error');

/** What is known of a request that failed, whatever the reason. */
export interface FailureContext {
  /** How often it was tried. */
  attempts: number;
  /** Sent with each try of a write; repeat the call with it, and the effect happens once. */
  idempotencyKey: string | undefined;
}

/** The base of everything that a call can throw. */
export class HeadlessProError extends Error {
  /** Its name, which minifiers leave alone. */
  static readonly kind: string = 'HeadlessProError';
  readonly attempts: number;
  readonly idempotencyKey: string | undefined;

  constructor(message: string, context: FailureContext, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.kind;
    this.attempts = context.attempts;
    this.idempotencyKey = context.idempotencyKey;
    // Inherited kinds too: a conflict is an API error as well.
    const kinds: string[] = [];
    for (let type: { kind?: string } | null = new.target; type?.kind; type = Object.getPrototypeOf(type)) {
      kinds.push(type.kind);
    }
    Object.defineProperty(this, mark, { value: kinds });
  }

  /** Also matches errors of another copy of the SDK, where `instanceof` does not. With a code, narrows `details`. */
  static is<Type extends ErrorClass>(this: Type, error: unknown): error is InstanceType<Type>;
  static is<Type extends ErrorClass<ApiError>, Code extends ErrorCode>(
    this: Type,
    error: unknown,
    code: Code,
  ): error is InstanceType<Type> & { code: Code; details: ErrorDetails[Code] };
  static is(this: ErrorClass, error: unknown, code?: string): boolean {
    if (typeof error !== 'object' || error === null) return false;
    const marked = error as { [mark]?: readonly string[]; code?: unknown };
    // biome-ignore lint/complexity/noThisInStatic: the class that it is called on decides.
    return marked[mark]?.includes(this.kind) === true && (code === undefined || marked.code === code);
  }
}

interface ErrorClass<Instance = HeadlessProError> {
  readonly kind: string;
  readonly prototype: Instance;
  new (...parameters: never[]): Instance;
}

/** An error that the API answered with. Switch on `code`; the subclasses are families of the HTTP status. */
export class ApiError extends HeadlessProError {
  static override readonly kind: string = 'ApiError';
  readonly status: number;
  /** Stable. A newer platform may answer with codes that this SDK does not list. */
  readonly code: ErrorCode | (string & {});
  readonly title: string;
  /** What happened this time. */
  readonly detail: string;
  /** What to do next. */
  readonly hint: string | undefined;
  readonly errors: readonly FieldError[];
  readonly details: unknown;
  /** Finds the request in the log of `hp dev`. */
  readonly requestId: string | undefined;
  /** Seconds to wait before a retry. */
  readonly retryAfter: number | undefined;
  /** As it came: parsed where it was JSON, else text. */
  readonly body: unknown;

  constructor(answer: FailedAnswer, context: FailureContext) {
    const problem = typeof answer.body === 'object' && answer.body !== null ? (answer.body as Problem) : {};
    const title = text(problem.title) ?? `The server answered with status ${answer.status}.`;
    const excerpt = typeof answer.body === 'string' ? answer.body.trim().slice(0, 200) : '';
    const detail = text(problem.detail) ?? (excerpt ? `${title} ${excerpt}` : title);
    const hint = text(problem.hint);
    const requestId = text(problem.requestId) ?? answer.requestId;
    super([detail, hint, requestId && `(request ${requestId})`].filter(Boolean).join(' '), context);
    this.status = answer.status;
    this.code = text(problem.code) ?? 'unknown';
    this.title = title;
    this.detail = detail;
    this.hint = hint;
    this.errors = Array.isArray(problem.errors) ? problem.errors : [];
    this.details = problem.details ?? {};
    this.requestId = requestId;
    this.retryAfter = answer.retryAfter;
    this.body = answer.body;
  }
}

/** 400: the request could not be understood. */
export class BadRequestError extends ApiError {
  static override readonly kind = 'BadRequestError';
}
/** 401: no key, or not a valid one. */
export class UnauthenticatedError extends ApiError {
  static override readonly kind = 'UnauthenticatedError';
}
/** 403: the key may not do that. */
export class ForbiddenError extends ApiError {
  static override readonly kind = 'ForbiddenError';
}
/** 404: there is no such resource. */
export class NotFoundError extends ApiError {
  static override readonly kind = 'NotFoundError';
}
/** 409: the state of the resource does not allow it. */
export class ConflictError extends ApiError {
  static override readonly kind = 'ConflictError';
}
/** 422: `errors` names what is wrong with the input. */
export class InvalidError extends ApiError {
  static override readonly kind = 'InvalidError';
}
/** 429: `retryAfter` says when to come back. */
export class RateLimitError extends ApiError {
  static override readonly kind = 'RateLimitError';
}
/** 5xx: not the caller's fault. */
export class ServerError extends ApiError {
  static override readonly kind = 'ServerError';
}

/** No answer came: the server is not there, or the connection broke. */
export class ConnectionError extends HeadlessProError {
  static override readonly kind = 'ConnectionError';
}
/** It took longer than `timeout` (one attempt) or `deadline` (everything) allows. */
export class TimeoutError extends HeadlessProError {
  static override readonly kind = 'TimeoutError';
  readonly limit: 'timeout' | 'deadline';

  constructor(message: string, limit: 'timeout' | 'deadline', context: FailureContext) {
    super(message, context);
    this.limit = limit;
  }
}
/** The caller's signal was aborted; `cause` is its reason. */
export class CancelledError extends HeadlessProError {
  static override readonly kind = 'CancelledError';
}

export interface FailedAnswer {
  status: number;
  body: unknown;
  requestId: string | undefined;
  retryAfter: number | undefined;
}

/** Fields as RFC 9457 and the API have them; nothing is taken for granted, the body may be anybody's. */
interface Problem {
  title?: unknown;
  detail?: unknown;
  hint?: unknown;
  code?: unknown;
  errors?: unknown;
  details?: unknown;
  requestId?: unknown;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const families = new Map<number, new (answer: FailedAnswer, context: FailureContext) => ApiError>([
  [400, BadRequestError],
  [401, UnauthenticatedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
  [422, InvalidError],
  [429, RateLimitError],
]);

/** The error of the status's family. */
export function toApiError(answer: FailedAnswer, context: FailureContext): ApiError {
  const Family = families.get(answer.status) ?? (answer.status >= 500 ? ServerError : ApiError);
  return new Family(answer, context);
}
