import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createControlClient } from '../../emulator/controls/control-client.ts';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';
import type { Body } from '../catalog/given-store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore();
});

afterAll(() => store.close());

const controls = () => createControlClient(store);
const list = async () => (await controls().call('faults.list', {})).faults;

afterEach(async () => {
  await controls().call('faults.clear', {});
});

interface Answer extends Omit<Response, 'json'> {
  json(): Promise<Body>;
}

function ask(route: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const [method = 'GET', path = '/'] = route.split(' ');
  return fetch(`${store.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${store.secretKey}`, 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

const graphql = async (query: string) => {
  const answer = await ask('POST /graphql', { query });
  return { status: answer.status, body: await answer.json() };
};

const location = { name: 'Berlin', country: 'DE' };
const locations = async () =>
  (await (await ask('GET /v1/inventory/locations?pageSize=100')).json()).data.length;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It was not refused.'),
    (error: unknown) => error,
  );

describe('a fault at an operation', () => {
  test('answers with a failure as often as was asked for, and says which fault it was', async () => {
    const set = { kind: 'error', operation: 'catalog.products.list', times: 2 } as const;
    const { id } = await controls().call('faults.set', set);
    for (let call = 0; call < 2; call += 1) {
      const answer = await ask('GET /v1/products');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('headlesspro-fault')).toBe(id);
      expect(await answer.json()).toMatchObject({
        code: 'unavailable',
        hint: expect.stringContaining('hp faults'),
      });
    }
    expect((await ask('GET /v1/products')).status).toBe(200);
    expect((await ask('GET /v1/collections')).status).toBe(200);
    expect(await list()).toMatchObject([{ id, struck: 2, calls: 2, times: 2 }]);
  });

  test('answers with a problem of that operation', async () => {
    const set = { kind: 'error', operation: 'catalog.products.*', code: 'not_found' } as const;
    await controls().call('faults.set', set);
    const answer = await ask('GET /v1/products');
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
  });

  test('refuses with 429, and says when to try again', async () => {
    await controls().call('faults.set', { kind: 'rate_limit', operation: '*', retryAfter: '30s', skip: 1 });
    expect((await ask('GET /v1/products')).status).toBe(200);
    const answer = await ask('GET /v1/products');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await answer.json()).toMatchObject({ code: 'rate_limited' });
  });

  test('holds a call up in real time', async () => {
    await controls().call('faults.set', {
      kind: 'latency',
      operation: 'catalog.products.list',
      delay: '120ms',
    });
    const begun = performance.now();
    expect((await ask('GET /v1/products')).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(110);
  });

  test.each(['drop', 'malformed'] as const)(
    'that loses the answer (%s) after the work has exactly one effect when it is asked again',
    async (kind) => {
      const before = await locations();
      const operation = 'catalog.locations.create';
      await controls().call('faults.set', { kind, operation, when: 'after', times: 1 });
      const send = () => ask('POST /v1/inventory/locations', location, { 'idempotency-key': `once-${kind}` });
      await expect(send().then((answer) => answer.json())).rejects.toThrow();
      expect(await locations()).toBe(before + 1);
      const again = await send();
      expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      expect(await locations()).toBe(before + 1);
    },
  );

  test('that strikes before the work lets nothing happen', async () => {
    const before = await locations();
    await controls().call('faults.set', { kind: 'drop', operation: 'catalog.locations.create', times: 1 });
    await expect(ask('POST /v1/inventory/locations', location)).rejects.toThrow();
    expect(await locations()).toBe(before);
  });

  test('never answers until whoever asked gives up', async () => {
    await controls().call('faults.set', { kind: 'timeout', operation: 'catalog.products.list' });
    const asked = fetch(`${store.url}/v1/products`, {
      headers: { authorization: `Bearer ${store.secretKey}` },
      signal: AbortSignal.timeout(150),
    });
    await expect(asked).rejects.toThrow(/timeout/);
  });

  test('strikes a field of GraphQL alone, or takes the whole answer with it', async () => {
    const query = '{ products(first: 1) { nodes { id } } store { name } }';
    await controls().call('faults.set', { kind: 'error', operation: 'catalog.products.list', times: 1 });
    const { status, body } = await graphql(query);
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ path: ['products'], extensions: { code: 'unavailable' } }]);
    await controls().call('faults.set', { kind: 'malformed', operation: 'catalog.products.list', times: 1 });
    await expect(graphql(query)).rejects.toThrow(/JSON/);
    await controls().call('faults.set', { kind: 'drop', operation: 'catalog.products.list', times: 1 });
    await expect(graphql(query)).rejects.toThrow();
    expect((await graphql(query)).body.errors).toBeUndefined();
  });

  test('by probability strikes the same calls each time it is set', async () => {
    const row = async () => {
      await controls().call('faults.clear', {});
      await controls().call('faults.set', { kind: 'error', operation: '*', probability: 0.5, seed: 7 });
      const statuses: number[] = [];
      for (let call = 0; call < 12; call += 1) statuses.push((await ask('GET /v1/products')).status);
      return statuses;
    };
    const first = await row();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await row()).toEqual(first);
  });

  test('is written down in the journal with the call that it struck', async () => {
    await controls().call('faults.set', { kind: 'drop', operation: 'catalog.locations.create', times: 1 });
    await expect(ask('POST /v1/inventory/locations', location)).rejects.toThrow();
    const { data } = await controls().call('journal.list', { kind: 'request', pageSize: 5 });
    expect(data[0]).toMatchObject({
      type: 'catalog.locations.create',
      status: 'dropped',
      isFailure: true,
      fault: expect.stringContaining('closed the connection, before the work was done'),
    });
  });
});

describe('a fault that makes no sense is refused', () => {
  test.each([
    [{ kind: 'error' }, 'is needed, or a provider'],
    [{ kind: 'error', operation: '*', provider: 'stripe' }, 'one too many'],
    [{ kind: 'error', operation: 'catalog.product.list' }, 'Did you mean "catalog.products.list"?'],
    [{ kind: 'error', operation: 'catalogue.*' }, 'means no operation'],
    [{ kind: 'error', provider: 'strype' }, 'Did you mean "stripe"?'],
    [{ kind: 'error', provider: 'stripe', route: 'POST /v1/refund' }, 'Did you mean "POST /v1/refunds"?'],
    [{ kind: 'error', endpoint: 'whe_1' }, 'not a known endpoint'],
    [{ kind: 'latency', operation: '*' }, 'is needed'],
    [{ kind: 'latency', operation: '*', delay: '2 minutes' }, 'a minute at most'],
    [{ kind: 'latency', operation: '*', delay: 'soon' }, 'must be a time'],
    [{ kind: 'drop', operation: '*', status: 500 }, 'belongs to "error"'],
    [{ kind: 'error', operation: '*', status: 404 }, 'name the problem'],
    [{ kind: 'error', operation: '*', status: 429 }, 'rate_limit'],
    [{ kind: 'error', operation: 'catalog.products.list', code: 'nothing' }, 'not a known problem'],
    [{ kind: 'error', operation: 'checkout.*', code: 'out_of_stock' }, 'not a known problem'],
    [{ kind: 'rate_limit', operation: '*', when: 'after' }, 'must be "before"'],
    [{ kind: 'malformed', operation: '*', when: 'before' }, 'must be "after"'],
    [{ kind: 'malformed', endpoint: '*' }, 'makes no difference'],
    [{ kind: 'repeat', operation: '*' }, 'is for webhooks'],
  ] as const)('%j', async (input, words) => {
    const refused = await refusal(controls().call('faults.set', input));
    expect(refused).toMatchObject({ code: 'unfit_fault' });
    expect(JSON.stringify(refused)).toContain(JSON.stringify(words).slice(1, -1));
    expect(await list()).toEqual([]);
  });
});
