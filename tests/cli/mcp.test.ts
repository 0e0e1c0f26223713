import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startTestStore, type TestStore } from '../../emulator/testing/start-test-store.ts';
import { startProxy } from '../start-proxy.ts';
import { hpCommand, plainEnvironment } from './run-hp.ts';
import { smallProject } from './running-dev.ts';

/** An address that leads to a store once it runs, and to a hosted runtime when told so: the server starts once. */
async function address() {
  let forward: { url: string; isHosted: boolean } | undefined;
  const url = await startProxy({
    target(route) {
      // A hosted runtime has no controls: there is nothing below this path either.
      const isHidden = forward?.isHosted && route.includes(' /_emulator/');
      return isHidden ? `${forward?.url}/hosted` : forward?.url;
    },
  });
  return {
    url,
    leadTo(to: string, isHosted = false) {
      forward = { url: to, isHosted };
    },
  };
}

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore({
    config: {
      name: 'Test store',
      currencies: ['EUR'],
      productTypes: { book: { attributes: { pages: { type: 'number' } } } },
    },
  });
});

afterAll(() => store.close());

/** An assistant that has started `hp mcp` in a project. */
async function assistant(env: NodeJS.ProcessEnv, ...flags: readonly string[]) {
  const client = new Client({ name: 'assistant', version: '1' });
  const environment = plainEnvironment(env);
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [hpCommand, 'mcp', ...flags],
      cwd: smallProject(),
      env: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? ''])),
    }),
  );
  onTestFinished(() => client.close());
  const use = async (name: string, input: Record<string, unknown> = {}) => {
    const { isError = false, structuredContent, content } = await client.callTool({ name, arguments: input });
    // biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, field by field
    return { isError, data: structuredContent as any, text: JSON.stringify(content) };
  };
  return { client, use };
}

test('an assistant finds, reads and changes a store, and never a hosted one', {
  timeout: 60_000,
}, async () => {
  const door = await address();
  const { client, use } = await assistant({ HP_API_URL: door.url, HP_SECRET_KEY: store.secretKey });

  const { tools } = await client.listTools();
  const annotations = Object.fromEntries(tools.map(({ name, annotations: hints }) => [name, hints]));
  expect(annotations.read_operation).toMatchObject({ readOnlyHint: true, destructiveHint: false });
  expect(annotations.snapshot_restore).toMatchObject({ readOnlyHint: false, destructiveHint: true });

  // Nothing runs yet; the server stays, and finds it later.
  const early = await use('clock_show');
  expect(early).toMatchObject({ isError: true, text: expect.stringContaining('hp dev') });
  door.leadTo(store.url);
  expect(await use('clock_show')).toMatchObject({ isError: false, data: { mode: 'real' } });

  expect(await use('search_operations', { words: 'create product' })).toMatchObject({
    data: {
      operations: expect.arrayContaining([expect.objectContaining({ id: 'catalog.products.create' })]),
    },
  });
  const create = { operation: 'catalog.products.create' };
  const described = await use('describe_operation', create);
  expect(described.data).toMatchObject({
    effect: 'write',
    input: { type: 'object' },
    example: expect.anything(),
  });
  expect(await use('call_operation', { ...create, input: { nope: 1 } })).toMatchObject({
    isError: true,
    text: expect.stringContaining('/nope'),
  });
  expect(await use('call_operation', { operation: 'catalog.products.creat' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('Did you mean catalog.products.create?'),
  });
  expect(await use('clock_advance', { days: 1 })).toMatchObject({
    isError: true,
    text: expect.stringContaining('/days'),
  });
  const product = { productType: 'book', slug: 'mug', title: 'Mug' };
  expect(await use('read_operation', { ...create, input: product })).toMatchObject({ isError: true });

  const created = await use('call_operation', { ...create, input: product });
  expect(created, created.text).toMatchObject({ isError: false, data: { slug: 'mug' } });

  const endpoint = { url: 'http://127.0.0.1:9/hooks', events: ['product.*'] };
  const made = await use('call_operation', { operation: 'webhooks.endpoints.create', input: endpoint });
  expect(made, made.text).toMatchObject({ isError: false });
  const triggered = await use('trigger_event', { event: 'product.created' });
  expect(triggered, triggered.text).toMatchObject({ isError: false, data: { event: 'product.created' } });
  await expect
    .poll(async () => (await use('list_deliveries')).text, { timeout: 10_000 })
    .toContain('product.created');
  expect(await use('clock_advance', { by: '3 days' })).toMatchObject({ data: { clock: { mode: 'moved' } } });

  const { contents } = await client.readResource({ uri: 'headlesspro://schema.graphql' });
  expect(JSON.stringify(contents)).toContain('type Product ');

  door.leadTo(store.url, true);
  const write = { operation: 'webhooks.endpoints.create', input: endpoint };
  expect(await use('call_operation', write)).toMatchObject({
    isError: true,
    text: expect.stringContaining('plan_push'),
  });
  expect(await use('trigger_event', { event: 'product.created' })).toMatchObject({ isError: true });
  expect(await use('read_operation', { operation: 'catalog.products.list' })).toMatchObject({
    isError: false,
  });
});

test('an assistant looks at deliveries and activity, sets faults, and takes its own changes back', {
  timeout: 60_000,
}, async () => {
  const { client, use } = await assistant({ HP_API_URL: store.url, HP_SECRET_KEY: store.secretKey });
  const list = { operation: 'catalog.products.list' };
  const create = (slug: string) =>
    use('call_operation', {
      operation: 'catalog.products.create',
      input: { productType: 'book', slug, title: slug },
    });
  const slugs = async () =>
    (await use('read_operation', list)).data.data.map((each: { slug: string }) => each.slug);

  expect((await use('store_overview')).data).toMatchObject({ api: store.url });
  for (let count = 1; count <= 11; count += 1) expect((await create(`book-${count}`)).isError).toBe(false);
  expect(await slugs()).toHaveLength(10);

  expect(await use('snapshot_save', { name: 'before' })).toMatchObject({ isError: false });
  expect((await use('snapshot_list')).data.snapshots).toMatchObject([{ name: 'before' }]);
  expect(await use('snapshot_save', { name: 'before' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('snapshot_exists'),
  });
  expect(await use('snapshot_save', { name: '../out' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('/name'),
  });
  expect((await create('mistake')).isError).toBe(false);

  const found = { slug: 'mistake' };
  expect(
    await use('read_operation', { operation: 'catalog.products.getBySlug', input: found }),
  ).toMatchObject({
    data: found,
  });
  expect(await use('snapshot_restore', { name: 'before' })).toMatchObject({ isError: false });
  const restored = await use('store_overview');
  expect(restored, restored.text).toMatchObject({ isError: false });
  expect(
    await use('read_operation', { operation: 'catalog.products.getBySlug', input: found }),
  ).toMatchObject({
    isError: true,
    text: expect.stringContaining('not_found'),
  });
  expect(await use('snapshot_restore', { name: 'never' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('snapshot_not_found'),
  });

  const fault = { kind: 'error', operation: 'catalog.products.list', status: 503 };
  expect(await use('faults_set', { ...fault, operation: 'no.such.thing' })).toMatchObject({ isError: true });
  expect(await use('faults_set', fault)).toMatchObject({ isError: false });
  expect(await use('read_operation', list)).toMatchObject({ isError: true });
  expect((await use('faults_list')).data.faults).toMatchObject([{ struck: 1 }]);
  expect((await use('faults_scenarios')).data.scenarios.length).toBeGreaterThan(5);
  expect(await use('faults_scenario', { name: 'slow-search' })).toMatchObject({ isError: false });
  expect(await use('faults_scenario', { name: 'no-such' })).toMatchObject({ isError: true });
  expect((await use('faults_clear')).data.cleared).toBeGreaterThan(1);
  expect(await use('read_operation', list)).toMatchObject({ isError: false });

  const endpoint = { url: 'http://127.0.0.1:9/hooks', events: ['product.created'] };
  const made = await use('call_operation', { operation: 'webhooks.endpoints.create', input: endpoint });
  expect((await create('delivered')).isError).toBe(false);
  const deliveries = async () => (await use('list_deliveries', { endpointId: made.data.id })).data.data;
  await expect.poll(async () => (await deliveries()).length, { timeout: 10_000 }).toBe(1);
  const [{ id: deliveryId }] = await deliveries();
  expect((await use('show_delivery', { deliveryId })).data).toMatchObject({ id: deliveryId });
  expect(await use('replay_delivery', { deliveryId })).toMatchObject({ isError: false });
  expect(await use('show_delivery', { deliveryId: 'del_1' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('/deliveryId'),
  });
  expect(await use('show_delivery')).toMatchObject({ isError: true });

  const events = await use('list_activity', { kind: 'event', type: 'product.created', pageSize: 1 });
  const [{ id: entryId, traceId }] = events.data.data;
  expect((await use('show_activity', { entryId })).data).toMatchObject({ kind: 'event', traceId });
  const kinds = (await use('trace_activity', { traceId })).data.data.map(
    (each: { kind: string }) => each.kind,
  );
  expect(kinds).toEqual(expect.arrayContaining(['request', 'event']));

  const { resources } = await client.listResources();
  expect(resources).toHaveLength(3);
  const config = await client.readResource({ uri: 'headlesspro://config' });
  expect(JSON.stringify(config)).toContain('defineConfig');
  const document = await client.readResource({ uri: 'headlesspro://openapi.json' });
  expect(JSON.stringify(document)).toContain('catalog.products.list');
  await expect(client.readResource({ uri: 'headlesspro://nothing' })).rejects.toThrow('There is no resource');
  await expect(client.callTool({ name: 'drop_everything' })).rejects.toThrow('There is no tool');
});

test('a hosted runtime is read, and gets a plan at most', { timeout: 60_000 }, async () => {
  const door = await address();
  door.leadTo(store.url, true);
  const { use } = await assistant({ HEADLESSPRO_TARGET_KEY: store.secretKey }, '--remote', door.url);
  expect(await use('read_operation', { operation: 'catalog.products.list' })).toMatchObject({
    isError: false,
  });
  const refused: readonly [string, Record<string, unknown>][] = [
    ['call_operation', { operation: 'catalog.products.create', input: {} }],
    ['trigger_event', { event: 'product.created' }],
    ['replay_delivery', { deliveryId: `whd_${'0'.repeat(26)}` }],
    ['clock_advance', { by: '1 day' }],
    ['faults_set', { kind: 'error', operation: '*', status: 503 }],
    ['faults_scenario', { name: 'platform-down' }],
    ['faults_clear', {}],
    ['snapshot_save', { name: 'mine' }],
    ['snapshot_restore', { name: 'mine' }],
  ];
  for (const [tool, input] of refused) {
    const answer = await use(tool, input);
    expect(answer, tool).toMatchObject({ isError: true, text: expect.stringContaining('read_only_remote') });
  }
  const plan = await use('plan_push', { to: door.url });
  expect(plan, plan.text).toMatchObject({ isError: false, data: { url: door.url, isSame: false } });
  expect(await use('plan_push', { to: 'no-such-target' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('no target'),
  });
});
