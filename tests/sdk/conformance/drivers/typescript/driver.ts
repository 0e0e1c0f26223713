// @ts-nocheck The SDK beside it is generated when the test runs: there it is checked, without this line.
import { createInterface } from 'node:readline';
import {
  ApiError,
  CancelledError,
  createStore,
  InvalidError,
  NotFoundError,
  RateLimitError,
  ServerError,
  type Store,
  TimeoutError,
} from './headlesspro/index.ts';
import { WebhookVerificationError, webhooks } from './headlesspro/webhooks.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a scenario is given is its own affair.
type Given = any;
type Scenario = (store: Store, given: Given, at: { url: string; secretKey: string }) => Promise<object>;

async function failureOf(work: PromiseLike<unknown>): Promise<Given> {
  return Promise.resolve(work).then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

const families = {
  invalid: InvalidError,
  'not-found': NotFoundError,
  'rate-limit': RateLimitError,
  server: ServerError,
};
const familyOf = (error: unknown) =>
  Object.entries(families).find(([, Family]) => error instanceof Family)?.[0];

const card = (sku: string, title: string) => ({ productType: 'gift-card', title, variants: [{ sku }] });

const createOnce: Scenario = async (store, { sku }) => {
  const { title } = await store.catalog.products.create(card(sku, 'Once'));
  return { title };
};

const reasonOf = (error: unknown) =>
  error instanceof WebhookVerificationError ? error.reason : String(error);

const scenarios: Record<string, Scenario> = {
  async pages(store, { tag, pageSize }) {
    const ids: string[] = [];
    for await (const { id } of store.catalog.products.list({ tag, pageSize })) ids.push(id);
    return { count: ids.length, distinct: new Set(ids).size };
  },
  async 'first-few'(store, { tag, pageSize, take }) {
    const some = await store.catalog.products.list({ tag, pageSize }).toArray({ max: take });
    return { count: some.length };
  },
  async 'version-conflict'(store, { sku, title, newTitle }) {
    const { id, version } = await store.catalog.products.create(card(sku, title));
    const changed = await store.catalog.products.update(id, { title: newTitle }, { ifVersion: version });
    const error = await failureOf(store.catalog.products.update(id, { title }, { ifVersion: version }));
    if (!ApiError.is(error, 'version_conflict')) throw error;
    const { code, status, attempts, requestId } = error;
    return { title: changed.title, code, status, attempts, hasRequestId: requestId !== undefined };
  },
  async 'custom-attribute'(store, { sku, material, isOrganic }) {
    const { id } = await store.catalog.products.create({
      ...{ productType: 'apparel', title: 'Shirt', attributes: { material, isOrganic } },
      variants: [{ sku }],
    });
    const { attributes } = await store.catalog.products.get(id);
    return { material: attributes.material, isOrganic: attributes.isOrganic };
  },
  async 'wrong-input'(store, { sku, currency }) {
    const variants = [{ sku, prices: [{ amount: 100, currency }] }];
    const error = await failureOf(store.catalog.products.create({ ...card(sku, 'Wrong'), variants }));
    return { family: familyOf(error), status: error.status, pointer: error.errors[0]?.pointer };
  },
  async missing(store, { slug }) {
    const error = await failureOf(store.catalog.products.getBySlug(slug));
    return { family: familyOf(error), code: error.code, hasHint: error.hint !== undefined };
  },
  async upload(store, { filename, contentType }) {
    const picture =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const contents = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const media = await store.catalog.media.upload({ contents, contentType }, { filename });
    return { contentType: media.contentType, width: media.width };
  },
  async buy(store, { variantId, shippingAddress }) {
    const { carts } = store.checkout;
    const { cart } = await carts.create({
      ...{ lines: [{ variantId, quantity: 2 }], currency: 'EUR', email: 'ada@example.com', shippingAddress },
    });
    await carts.chooseShippingMethod(cart.id, { method: 'standard' });
    const { payment } = await carts.startPayment(cart.id, {
      ...{ provider: 'stripe', paymentToken: 'pm_card_visa', returnUrl: 'https://shop.example/return' },
    });
    const { order } = await carts.complete(cart.id, { paymentId: payment.id });
    return { state: order?.state, units: order?.lines[0]?.quantity, email: order?.email };
  },
  async refund(store, { orderId }) {
    const { amount, state } = await store.orders.refund(orderId, { amount: 500, reason: 'A scratch' });
    return { amount: amount.amount, state };
  },
  async download(store, { orderId }) {
    const file = await store.orders.documents.invoice(orderId);
    return { isPdf: (await file.text()).startsWith('%PDF-') };
  },
  async webhook(_store, { sent, secret, secrets, stale, future, unknown, undated, empty }) {
    const event = await webhooks.unwrap(sent, { secrets });
    const later = await webhooks.unwrap(unknown, { secrets });
    const body = JSON.stringify({
      id: 'evt_2',
      type: 'product.deleted',
      time: '2026-01-01T00:00:00Z',
      data: {},
    });
    const own = await webhooks.unwrap({ body, headers: await webhooks.sign(body, { secret }) }, { secrets });
    const refused = async (hook: { body: string; headers: Record<string, string> }) =>
      reasonOf(await failureOf(webhooks.unwrap(hook, { secrets })));
    return {
      type: event.type,
      title: event.type === 'product.updated' ? event.data.title : undefined,
      altered: await refused({ ...sent, body: `${sent.body} ` }),
      stale: await refused(stale),
      future: await refused(future),
      unsigned: await refused({ ...sent, headers: {} }),
      undated: await refused(undated),
      empty: await refused(empty),
      misconfigured: reasonOf(await failureOf(webhooks.unwrap(sent, { secrets: ['whsec_'] }))),
      unknown: later.type === 'unknown' ? later.originalType : later.type,
      signed: own.type,
    };
  },
  'retry-after': createOnce,
  'retry-unavailable': createOnce,
  'retry-lost-answer': createOnce,
  async 'retry-after-too-long'(store) {
    const error = await failureOf(store.catalog.products.list());
    return { family: familyOf(error), retryAfter: error.retryAfter, attempts: error.attempts };
  },
  async 'time-out'(store, { timeoutMilliseconds: timeout }) {
    const error = await failureOf(store.catalog.products.list({}, { timeout, retries: 1 }));
    return { kind: error instanceof TimeoutError ? 'timeout' : String(error), attempts: error.attempts };
  },
  async deadline(store, { deadlineMilliseconds: deadline }) {
    const error = await failureOf(store.catalog.products.list({}, { deadline }));
    return { family: familyOf(error), attempts: error.attempts };
  },
  async trace(store, { traceparent }) {
    const { data } = await store.catalog.products.list({ pageSize: 1 }, { headers: { traceparent } });
    return { count: data.length };
  },
  async environment(_store, _given, { url, secretKey }) {
    Object.assign(process.env, { HEADLESSPRO_URL: url, HEADLESSPRO_SECRET_KEY: secretKey });
    const { data } = await createStore().catalog.products.list({ pageSize: 1 });
    return { count: data.length };
  },
  async cancel(_store, _given, at) {
    const controller = new AbortController();
    let begun = 0;
    const onRetry = () => {
      begun = performance.now();
      setTimeout(() => controller.abort(), 20);
    };
    const store = createStore({ ...at, hooks: { onRetry } });
    const error = await failureOf(store.catalog.products.list({}, { signal: controller.signal }));
    const kind = error instanceof CancelledError ? 'cancelled' : String(error);
    return { kind, isPrompt: performance.now() - begun < 2_000 };
  },
  async 'newer-server'(store, { productId }) {
    const product = await store.catalog.products.get(productId);
    const { futureField } = product as { futureField?: unknown };
    return { status: product.status, futureField, title: product.title };
  },
  async 'not-json'(store) {
    const error = await failureOf(store.catalog.products.get('prod_00000000000000000000000000'));
    const hasText = typeof error.body === 'string' && error.body.includes('Bad gateway');
    return { family: familyOf(error), status: error.status, attempts: error.attempts, hasText };
  },
  async 'at-once'(store, { count }) {
    const asked = Array.from({ length: count }, () => store.catalog.products.list({ pageSize: 1 }));
    const pages = await Promise.all(asked);
    return { count: pages.filter(({ data }) => data.length === 1).length };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { name, url, secretKey, given } = JSON.parse(line);
  const play = scenarios[name];
  const answer = await (
    play?.(createStore({ url, secretKey }), given, { url, secretKey }) ?? Promise.reject('not there')
  ).then(
    (result) => ({ name, result }),
    (error: unknown) => ({ name, failure: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
  console.log(JSON.stringify(answer));
}
