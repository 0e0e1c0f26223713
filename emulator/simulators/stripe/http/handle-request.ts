import { timingSafeEqual } from 'node:crypto';
import type { SimulatorContext } from '../../simulator.ts';
import { objects } from '../collections.ts';
import type { Endpoint } from '../endpoint.ts';
import { expandAll } from '../objects/expand.ts';
import type { Work } from '../objects/work.ts';
import { readFields } from '../parameters/parameter.ts';
import { badRequest, StripeError, unauthorized } from '../stripe-error.ts';
import { type Caller, needsSecretKey } from './authenticate.ts';
import { once, type Remembered } from './idempotency.ts';
import { forBrowsers } from './publishable-fields.ts';

export interface ReadRequest {
  readonly caller: Caller;
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, unknown>>;
  /** Method, path and form as they came: what an idempotency key is bound to. */
  readonly text: string;
}

function isEqual(given: unknown, secret: unknown): boolean {
  if (typeof given !== 'string' || typeof secret !== 'string' || given.length !== secret.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

/** The account that a request works in: the key's, or that of the intent whose secret a browser has. */
async function accountOf(
  context: SimulatorContext,
  endpoint: Endpoint,
  request: ReadRequest,
): Promise<string> {
  const { caller, path, form } = request;
  if (!caller.isPublishable || endpoint.publishable === 'creates') return caller.account;
  if (endpoint.publishable !== 'client_secret') throw needsSecretKey();
  const document = await context.store.get(objects, path.id ?? '');
  if (document && isEqual(form.client_secret, document.object.client_secret)) return document.account;
  throw unauthorized(
    'The client_secret provided does not match any associated intent. Provide the client_secret of the intent.',
  );
}

/** Runs an endpoint: what it changes and its answer are committed together. */
async function run(work: Work, endpoint: Endpoint, request: ReadRequest): Promise<Remembered> {
  const input = readFields(endpoint.parameters, request.form);
  const expand = Array.isArray(input.expand) ? input.expand : [];
  const execute = async () => {
    try {
      // `endpoint()` tied the handler's input to these parameters.
      const body = await endpoint.handle(work, input as never, request.path);
      const expanded = await expandAll(work, body, expand);
      return { status: 200, body: work.isPublishable ? forBrowsers(expanded) : expanded };
    } catch (error) {
      if (error instanceof StripeError && error.isOutcome)
        return { status: error.status, body: { error: error.body } };
      throw error;
    }
  };
  const { idempotencyKey: key } = request;
  if (key === undefined || !endpoint.http.startsWith('POST ')) return execute();
  if (key.length <= 255) return once(work, key, request.text, execute);
  throw badRequest('Idempotency keys can have up to 255 characters.');
}

export async function handleRequest(
  context: SimulatorContext,
  endpoint: Endpoint,
  request: ReadRequest,
): Promise<Remembered> {
  const account = await accountOf(context, endpoint, request);
  return context.store.transaction((store) =>
    run(
      {
        ...{ store, account, url: context.url(), isPublishable: request.caller.isPublishable },
        now: Math.floor(context.clock.now().getTime() / 1000),
        request: { id: request.requestId, idempotency_key: request.idempotencyKey ?? null },
      },
      endpoint,
      request,
    ),
  );
}
