import { paymentProblems } from '../../contract/payments/index.ts';
import { Problem, problem } from '../../contract/problem.ts';

/** What PayPal answers where it doesn't do what was asked. */
export interface PaypalFault {
  readonly status: number;
  /** The first issue, `INSTRUMENT_DECLINED`, else the name, `RESOURCE_NOT_FOUND`. */
  readonly issue: string;
  readonly message: string;
  /** What PayPal's support asks for. */
  readonly debugId: string | null;
  /** Where the buyer may choose again. */
  readonly redirectUrl: string | null;
}

interface ErrorBody {
  readonly name?: string;
  readonly message?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly debug_id?: string;
  readonly details?: readonly { readonly issue?: string; readonly description?: string }[];
  readonly links?: readonly { readonly rel?: string; readonly href?: string }[];
}

function bodyOf(text: unknown): ErrorBody {
  if (typeof text !== 'string') return {};
  try {
    return JSON.parse(text) as ErrorBody; // as PayPal documents it; whatever is missing is told so
  } catch {
    return {};
  }
}

/** The SDK's `ApiError`, by what it carries: its class is loaded with the SDK, and that is loaded late. */
export function paypalFault(error: unknown): PaypalFault | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  const body = bodyOf('body' in error ? error.body : undefined);
  const [detail] = body.details ?? [];
  return {
    status: error.statusCode,
    issue: detail?.issue ?? body.name ?? body.error ?? String(error.statusCode),
    message: detail?.description ?? body.message ?? body.error_description ?? error.message,
    debugId: body.debug_id ?? null,
    redirectUrl: body.links?.find(({ rel }) => rel === 'redirect')?.href ?? null,
  };
}

/** Refused for good: the same request is refused again. Everything else may pass. */
function isRefusal({ status, issue }: PaypalFault): boolean {
  return (
    (status === 422 || status === 400 || status === 404 || status === 403) &&
    issue !== 'PREVIOUS_REQUEST_IN_PROGRESS'
  );
}

/** A line that is down, a name that can't be resolved, a time that ran out; the SDK's HTTP client wraps them. */
function isOfTheLine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isFetch = error instanceof TypeError && error.message === 'fetch failed';
  const isSystem = 'code' in error && typeof error.code === 'string' && /^(?:E[A-Z]|UND_)/.test(error.code);
  return (
    isFetch ||
    isSystem ||
    ['TimeoutError', 'AbortError', 'AxiosError'].includes(error.name) ||
    isOfTheLine(error.cause)
  );
}

/** What is thrown by requests to PayPal, to our callers; anything else is a fault of ours and stays as it is. */
export function paypalProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const fault = paypalFault(error);
  if (fault) {
    const { issue, message, debugId } = fault;
    return problem(isRefusal(fault) ? paymentProblems.providerRefused : paymentProblems.providerFailed, {
      detail: `PayPal: ${message} (${issue}${debugId === null ? '' : `, debug id ${debugId}`})`,
      details: { provider: 'paypal', providerCode: issue },
    });
  }
  if (!isOfTheLine(error)) return error;
  return problem(paymentProblems.providerFailed, {
    detail: 'PayPal can not be reached.',
    details: { provider: 'paypal', providerCode: null },
  });
}

/** Runs requests to PayPal; what they throw is a problem. */
export async function asking<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw paypalProblem(error);
  }
}
