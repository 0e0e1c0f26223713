import { environmentVariable } from './environment.ts';
import { HeadlessProError } from './errors.ts';
import { randomId } from './random-id.ts';

/** The request that carried a webhook: a `Request`, or its body as it came, unparsed, with its headers. */
export type WebhookRequest = Request | { body: string | ArrayBuffer | Uint8Array; headers: WebhookHeaders };
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface UnwrapOptions {
  /** `whsec_…`, any of which may have signed: the new and the old while they are changed. */
  secrets?: readonly string[] | undefined;
  /** Seconds that the timestamp may be off; 300 unless given. */
  tolerance?: number | undefined;
  /** The present, for tests. */
  now?: Date | undefined;
}

export interface SignOptions {
  secret: string;
  id?: string | undefined;
  timestamp?: Date | undefined;
}

/** The webhook is not to be trusted. `reason` says what is wrong with it. */
export class WebhookVerificationError extends HeadlessProError {
  static override readonly kind = 'WebhookVerificationError';
  readonly reason: 'headers' | 'timestamp' | 'signature' | 'body' | 'secret';

  constructor(reason: WebhookVerificationError['reason'], message: string, options?: ErrorOptions) {
    super(message, { attempts: 0, idempotencyKey: undefined }, options);
    this.reason = reason;
  }
}

const encoder = new TextEncoder();

/**
 * Verifies a webhook by the Standard Webhooks scheme, then parses it. Nothing of the body is read before its
 * signature was found right.
 */
export async function unwrapWebhook(request: WebhookRequest, options: UnwrapOptions = {}): Promise<unknown> {
  const secrets = options.secrets ?? environmentSecrets();
  if (secrets.length === 0) {
    throw new WebhookVerificationError(
      'secret',
      'No secret: pass { secrets } or set HEADLESSPRO_WEBHOOK_SECRET.',
    );
  }
  const id = readHeader(request.headers, 'webhook-id');
  const timestamp = readHeader(request.headers, 'webhook-timestamp');
  const signatures = readHeader(request.headers, 'webhook-signature');
  const seconds = Number(timestamp);
  const now = (options.now ?? new Date()).getTime() / 1_000;
  if (!Number.isFinite(seconds) || Math.abs(now - seconds) > (options.tolerance ?? 300)) {
    throw new WebhookVerificationError(
      'timestamp',
      `The webhook was signed at ${timestamp}, too far from now (${Math.round(now)}): a replay, or a clock is wrong.`,
    );
  }
  const body = await readBody(request);
  const signed = concatenate(encoder.encode(`${id}.${timestamp}.`), body);
  for (const secret of secrets) {
    const key = await importKey(secret);
    for (const signature of signatures.split(' ')) {
      const bytes = signature.startsWith('v1,') ? decodeBase64(signature.slice(3)) : undefined;
      // Compares in constant time.
      if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, signed))) {
        return parseBody(body);
      }
    }
  }
  throw new WebhookVerificationError(
    'signature',
    'No signature fits: the body was changed on its way, or the secret is another one.',
  );
}

function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (cause) {
    const message = 'The signature is right, but the body is not JSON: no webhook of the platform.';
    throw new WebhookVerificationError('body', message, { cause });
  }
}

/** Headers of a signed webhook, to test a receiver with. */
export async function signWebhook(body: string, options: SignOptions): Promise<Record<string, string>> {
  const id = options.id ?? `msg_${randomId()}`;
  const timestamp = String(Math.floor((options.timestamp ?? new Date()).getTime() / 1_000));
  const key = await importKey(options.secret);
  const signature = await crypto.subtle.sign('HMAC', key, encoder.encode(`${id}.${timestamp}.${body}`));
  const text = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${text}` };
}

function environmentSecrets(): string[] {
  const names = environmentVariable('HEADLESSPRO_WEBHOOK_SECRET') ?? '';
  return names
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean);
}

function readHeader(headers: WebhookHeaders, name: string): string {
  const found = isHeaders(headers) ? headers.get(name) : lookUp(headers, name);
  if (!found)
    throw new WebhookVerificationError('headers', `The header ${name} is missing: not a webhook of ours.`);
  return found;
}

/** By what it can do: a polyfill's, or another realm's, is no instance of the one here. */
function isHeaders(headers: WebhookHeaders): headers is Headers {
  return typeof headers.get === 'function';
}

function lookUp(headers: Exclude<WebhookHeaders, Headers>, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'object' ? value[0] : value;
}

async function readBody(request: WebhookRequest): Promise<Uint8Array<ArrayBuffer>> {
  if ('arrayBuffer' in request) {
    if (!request.bodyUsed) return new Uint8Array(await request.arrayBuffer());
    throw new WebhookVerificationError(
      'body',
      'The body was read before. Pass the request first, or its text: { body, headers }.',
    );
  }
  const { body } = request;
  if (typeof body === 'string') return encoder.encode(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body);
  throw new WebhookVerificationError(
    'body',
    `The body was parsed already; the signature is of its bytes. ${fixFor(request)}`,
  );
}

/** Each framework parses bodies by itself, and each has its own way not to. */
function fixFor(request: object): string {
  if ('rawBody' in request) return 'Pass { body: request.rawBody, headers: request.headers }.';
  if ('originalUrl' in request)
    return "In Express, put express.raw({ type: 'application/json' }) before this route.";
  if ('routeOptions' in request) {
    return "In Fastify, add a content type parser with { parseAs: 'buffer' } for this route.";
  }
  if ('cookies' in request && 'query' in request) {
    return 'In Next.js API routes, export const config = { api: { bodyParser: false } }, or use a route handler.';
  }
  return 'Pass the Request itself, or the text of its body.';
}

async function importKey(secret: string): ReturnType<typeof crypto.subtle.importKey> {
  const bytes = decodeBase64(secret.replace(/^whsec_/, ''));
  if (!bytes || bytes.length === 0)
    throw new WebhookVerificationError('secret', 'A webhook secret is whsec_ and base64.');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // Not base64: a signature that fits nothing, or a secret that is none.
    return undefined;
  }
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
