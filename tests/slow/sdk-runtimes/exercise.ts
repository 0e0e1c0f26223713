// @ts-nocheck The SDK beside it is generated when the test runs: there it is checked, without this line.
import { ApiError, createStore } from './headlesspro/index.ts';
import { createStorefront } from './headlesspro/storefront.ts';
import { WebhookVerificationError, webhooks } from './headlesspro/webhooks.ts';

export interface Settings {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret: string;
  readonly hook: { readonly body: string; readonly headers: Record<string, string> };
}

async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(work).then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

/** What a visitor's browser may do. */
async function asVisitor({ url, publishableKey }: Settings) {
  const store = createStorefront({ url, publishableKey });
  const slugs: string[] = [];
  for await (const product of store.catalog.products.list({ pageSize: 7 })) slugs.push(product.slug);
  const missing = await failureOf(store.catalog.products.getBySlug('no-such-product'));
  const { response } = await store.catalog.products.list({ pageSize: 1 }).withResponse();
  const controller = new AbortController();
  const cancelled = failureOf(store.catalog.products.list({ pageSize: 1 }, { signal: controller.signal }));
  controller.abort();
  return {
    products: new Set(slugs).size,
    missing: ApiError.is(missing, 'not_found') && {
      status: missing.status,
      hasRequestId: missing.requestId !== undefined,
    },
    status: response.status,
    cancelled: ((await cancelled) as Error).name,
  };
}

/** What a server does. */
async function asServer({ url, secretKey }: Settings) {
  const store = createStore({ url, secretKey });
  const file = await store.catalog.media.upload(new Blob([new Uint8Array(picture)], { type: 'image/png' }), {
    filename: 'dot.png',
  });
  const sku = `R-${crypto.randomUUID()}`;
  const product = await store.catalog.products.create({
    ...{ productType: 'apparel', title: 'Parka', attributes: {} },
    variants: [{ sku, prices: [{ amount: 4900, currency: 'EUR' }] }],
  });
  await store.catalog.products.update(product.id, { title: 'Anorak' }, { ifVersion: product.version });
  const conflict = await failureOf(
    store.catalog.products.update(product.id, { title: 'Coat' }, { ifVersion: product.version }),
  );
  return {
    uploaded: new URL(file.url, url).pathname.startsWith('/media/'),
    title: (await store.catalog.products.get(product.id)).title,
    conflict: ApiError.is(conflict, 'version_conflict') && conflict.status,
  };
}

const picture = [
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 31, 21,
];

const reasonOf = (error: unknown) =>
  error instanceof WebhookVerificationError ? error.reason : String(error);

/** What a receiver of webhooks does, with what runtimes give it. */
async function asReceiver({ webhookSecret, hook: { body, headers } }: Settings) {
  const secrets = ['whsec_b2xk', webhookSecret];
  const request = new Request('https://shop.example/hook', { method: 'POST', body, headers });
  const event = await webhooks.unwrap(request, { secrets });
  const altered = await failureOf(webhooks.unwrap({ body: `${body} `, headers }, { secrets }));
  const parsed = await failureOf(webhooks.unwrap({ body: JSON.parse(body), headers }, { secrets }));
  return {
    type: event.type,
    altered: reasonOf(altered),
    parsed: reasonOf(parsed),
  };
}

/** `isServer`: a secret key is refused in browsers. */
export async function exercise(settings: Settings, isServer: boolean) {
  return {
    visitor: await asVisitor(settings),
    receiver: await asReceiver(settings),
    server: isServer
      ? await asServer(settings)
      : String(await failureOf((async () => createStore(settings))())).split(':')[0],
  };
}
