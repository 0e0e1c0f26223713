/** What an answer's `error` holds. */
export interface ErrorBody {
  readonly type: 'card_error' | 'invalid_request_error' | 'idempotency_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly doc_url?: string;
  readonly [member: string]: unknown;
}

const invalidRequest = 'invalid_request_error';

/** A refusal in Stripe's shape. */
export class StripeError extends Error {
  override readonly name = 'StripeError';
  readonly status: number;
  readonly body: ErrorBody;
  /**
   * Whether the refusal is an outcome that Stripe keeps (a declined charge, its intent, its events), so that the
   * transaction commits. Any other refusal leaves nothing behind.
   */
  readonly isOutcome: boolean;
  /** Names of what was asked and is not known here. */
  readonly unknownParameters: readonly string[];

  constructor(
    status: number,
    body: ErrorBody,
    options: { readonly isOutcome?: boolean; readonly unknownParameters?: readonly string[] } = {},
  ) {
    super(body.message);
    this.status = status;
    this.body = body.code ? { ...body, doc_url: documentationOf(body.code) } : body;
    this.isOutcome = options.isOutcome ?? false;
    this.unknownParameters = options.unknownParameters ?? [];
  }
}

function documentationOf(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
}

/** A 400 that names what is wrong with the request. */
export function badRequest(message: string, details: { code?: string; param?: string } = {}): StripeError {
  return new StripeError(400, { type: invalidRequest, message, ...details });
}

export function missingObject(noun: string, id: string, param: string): StripeError {
  return new StripeError(404, {
    type: invalidRequest,
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  });
}

export function unknownParameters(names: readonly string[]): StripeError {
  const [first = ''] = names;
  const noun = names.length === 1 ? 'parameter' : 'parameters';
  return new StripeError(
    400,
    {
      type: invalidRequest,
      code: 'parameter_unknown',
      message: `Received unknown ${noun}: ${names.join(', ')}`,
      param: first,
    },
    { unknownParameters: names },
  );
}

/** A refusal of what Stripe knows and the simulator does not do; it is reported as that. */
export function notSimulated(message: string, param: string, what: string): StripeError {
  return new StripeError(400, { type: invalidRequest, message, param }, { unknownParameters: [what] });
}

export function unknownUrl(method: string, path: string): StripeError {
  return new StripeError(404, {
    type: invalidRequest,
    message:
      `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at ` +
      'https://support.stripe.com/.',
  });
}

export function unauthorized(message: string): StripeError {
  return new StripeError(401, { type: invalidRequest, message });
}
