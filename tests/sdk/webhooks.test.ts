import { afterEach, describe, expect, test, vi } from 'vitest';
import { toKnownEvent } from '../../codegen/typescript/core/webhook-event.ts';
import {
  signWebhook,
  unwrapWebhook,
  WebhookVerificationError,
} from '../../codegen/typescript/core/webhooks.ts';
import { rejection } from './given-client.ts';

const secret = `whsec_${btoa('the present secret, 32 bytes long')}`;
const previous = `whsec_${btoa('the secret before, 32 bytes long.')}`;
const now = new Date('2026-11-23T12:00:00Z');
const body = JSON.stringify({
  id: 'evt_1',
  type: 'product.created',
  subject: 'prod_1',
  data: { title: 'Größe' },
});

afterEach(() => {
  vi.unstubAllEnvs();
});

async function signed(options: { secret?: string; timestamp?: Date; text?: string } = {}) {
  const text = options.text ?? body;
  const headers = await signWebhook(text, { secret, timestamp: now, ...options });
  return { body: text, headers };
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await rejection(promise);
  if (!WebhookVerificationError.is(error)) throw error;
  return error.reason;
}

test('a webhook that was signed is unwrapped, from a Request, from text and from bytes', async () => {
  const { headers } = await signed();
  const request = new Request('http://127.0.0.1/hook', { method: 'POST', body, headers });
  const bytes = new TextEncoder().encode(body);
  for (const given of [
    request,
    { body, headers },
    { body: bytes, headers },
    { body: bytes.buffer, headers },
  ]) {
    expect(await unwrapWebhook(given, { secrets: [secret], now })).toEqual(JSON.parse(body));
  }
});

test('the signature is the one of the Standard Webhooks specification', async () => {
  // From the specification's own reference: msg_id.timestamp.body under HMAC-SHA256.
  const headers = await signWebhook('{"test": 2432232314}', {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: new Date(1_614_265_330_000),
  });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('any of several secrets will do, and any of several signatures, while secrets are changed', async () => {
  const old = await signed({ secret: previous });
  expect(await unwrapWebhook(old, { secrets: [secret, previous], now })).toBeTruthy();
  const present = await signed();
  const both = `v1a,abc ${old.headers['webhook-signature']} ${present.headers['webhook-signature']}`;
  const headers = { ...present.headers, 'webhook-signature': both };
  expect(await unwrapWebhook({ body, headers }, { secrets: [secret], now })).toBeTruthy();
});

test('secrets come from the environment, separated by commas', async () => {
  vi.stubEnv('HEADLESSPRO_WEBHOOK_SECRET', `${previous}, ${secret}`);
  expect(await unwrapWebhook(await signed(), { now })).toBeTruthy();
  vi.stubEnv('HEADLESSPRO_WEBHOOK_SECRET', undefined);
  expect(await reasonOf(signed().then((request) => unwrapWebhook(request, { now })))).toBe('secret');
});

test('headers of Node, in any case, will do', async () => {
  const { headers } = await signed();
  const upper = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]),
  );
  expect(await unwrapWebhook({ body, headers: upper }, { secrets: [secret], now })).toBeTruthy();
});

describe('is refused:', () => {
  const unwrap = (request: Parameters<typeof unwrapWebhook>[0]) =>
    unwrapWebhook(request, { secrets: [secret], now });

  test.each([
    ['a body that was changed', async () => ({ ...(await signed()), body: body.replace('Größe', 'Grosse') })],
    ['another secret', () => signed({ secret: previous })],
    [
      'a signature that is no base64',
      async () => {
        const { headers } = await signed();
        return { body, headers: { ...headers, 'webhook-signature': 'v1,%%%' } };
      },
    ],
  ])('%s', async (_, given) => {
    expect(await reasonOf(unwrap(await given()))).toBe('signature');
  });

  test.each([-301, 301])('a timestamp %i seconds from now', async (seconds) => {
    const timestamp = new Date(now.getTime() + seconds * 1_000);
    expect(await reasonOf(unwrap(await signed({ timestamp })))).toBe('timestamp');
    const within = { secrets: [secret], now, tolerance: 400 };
    expect(await unwrapWebhook(await signed({ timestamp }), within)).toBeTruthy();
  });

  test('a body that is signed and no JSON', async () => {
    expect(await reasonOf(unwrap(await signed({ text: 'nothing' })))).toBe('body');
  });

  test('an empty secret beside a good one: somebody forgot to set it', async () => {
    const request = await signed();
    expect(await reasonOf(unwrapWebhook(request, { secrets: ['', secret], now }))).toBe('secret');
  });

  test('a request without the headers', async () => {
    expect(await reasonOf(unwrap({ body, headers: {} }))).toBe('headers');
  });

  test('a body that was read before', async () => {
    const { headers } = await signed();
    const request = new Request('http://127.0.0.1/hook', { method: 'POST', body, headers });
    await request.text();
    expect(await reasonOf(unwrap(request))).toBe('body');
  });

  test.each([
    [{ originalUrl: '/hook' }, "express.raw({ type: 'application/json' })"],
    [{ routeOptions: {} }, "parseAs: 'buffer'"],
    [{ cookies: {}, query: {} }, 'bodyParser: false'],
    [{ rawBody: Buffer.from(body) }, 'request.rawBody'],
    [{}, 'Pass the Request itself'],
  ])('a body that a framework has parsed, with the fix for it: %j', async (framework, fix) => {
    const request = { ...(await signed()), ...framework, body: JSON.parse(body) };
    const error = await rejection(unwrap(request));
    expect(WebhookVerificationError.is(error) && error.reason).toBe('body');
    expect(String(error)).toContain(fix);
  });
});

test('an event of a newer platform arrives as unknown, with all it has', () => {
  const known = new Set(['product.created']);
  const event = {
    id: 'evt_1',
    type: 'product.sent_to_mars',
    subject: 'p',
    timestamp: 't',
    data: { planet: 'Mars' },
  };
  expect(toKnownEvent(event, known)).toEqual({
    ...event,
    type: 'unknown',
    originalType: 'product.sent_to_mars',
  });
  expect(toKnownEvent({ ...event, type: 'product.created' }, known)).toMatchObject({
    type: 'product.created',
  });
});
