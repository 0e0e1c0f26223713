import { type Issue, issues } from './issues.ts';
import type { Link } from './link.ts';

export interface ErrorDetail {
  readonly issue: Issue;
  readonly description: string;
  /** JSON pointer into what `location` names. */
  readonly field?: string;
  readonly value?: unknown;
  readonly location?: 'body' | 'path' | 'query';
}

type Place = Partial<Pick<ErrorDetail, 'field' | 'value' | 'location' | 'description'>>;

/** The name and message that come with each status. */
const names: Readonly<Record<number, readonly [name: string, message: string]>> = {
  400: ['INVALID_REQUEST', 'Request is not well-formed, syntactically incorrect, or violates schema.'],
  401: [
    'AUTHENTICATION_FAILURE',
    'Authentication failed due to missing authorization header, or invalid authentication credentials.',
  ],
  403: ['NOT_AUTHORIZED', 'Authorization failed due to insufficient permissions.'],
  404: ['RESOURCE_NOT_FOUND', 'The specified resource does not exist.'],
  409: ['RESOURCE_CONFLICT', 'The server has detected a conflict while processing this request.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', "The server does not support the request payload's media type."],
  422: [
    'UNPROCESSABLE_ENTITY',
    'The requested action could not be performed, semantically incorrect, or failed business validation.',
  ],
  429: ['RATE_LIMIT_REACHED', 'Too many requests. Blocked due to rate limiting.'],
  500: ['INTERNAL_SERVER_ERROR', 'An internal server error has occurred.'],
  503: ['SERVICE_UNAVAILABLE', 'Service Unavailable.'],
};

/** An answer that refuses. Its message is for logs; callers get `body`. */
export class PayPalError extends Error {
  override readonly name = 'PayPalError';
  readonly status: number;
  readonly #details: readonly ErrorDetail[];
  readonly #links: readonly Link[];

  constructor(status: number, details: readonly ErrorDetail[], links: readonly Link[] = []) {
    super(details.map(({ issue }) => issue).join(', ') || `status ${status}`);
    this.status = status;
    this.#details = details;
    this.#links = links;
  }

  body(debugId: string): object {
    const [name, message] = names[this.status] ?? ['INTERNAL_SERVER_ERROR', this.message];
    // Beside the status's own name an issue of the same name says nothing.
    const details = this.#details.filter(({ issue }) => issue !== name);
    return {
      ...{ name, message, debug_id: debugId },
      ...(details.length > 0 ? { details } : {}),
      links: [informationLink(this.#details[0]?.issue), ...this.#links],
    };
  }
}

function informationLink(issue: string | undefined): Link {
  const anchor = issue ? `#error-${issue}` : '';
  return {
    href: `https://developer.paypal.com/api/rest/reference/orders/v2/errors/${anchor}`,
    rel: 'information_link',
    method: 'GET',
  };
}

export function detailOf(issue: Issue, place: Place = {}): ErrorDetail {
  return { ...place, issue, description: place.description ?? issues[issue][1] };
}

/** Refuses with one issue, at the status that belongs to it. */
export function refusal(issue: Issue, place: Place = {}, links: readonly Link[] = []): PayPalError {
  return new PayPalError(issues[issue][0], [detailOf(issue, place)], links);
}

/** Refuses for what a field of the body holds. */
export function unprocessable(issue: Issue, place: Place): PayPalError {
  return refusal(issue, { location: 'body', ...place });
}

/** @param parameter The path parameter that names nothing: `order_id`. */
export function notFound(parameter: string, value: string): PayPalError {
  return refusal('INVALID_RESOURCE_ID', { field: parameter, value, location: 'path' });
}
