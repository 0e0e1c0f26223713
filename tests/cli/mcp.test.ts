import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, onTestFinished, test } from 'vitest';
import { startTestStore } from '../../emulator/testing/start-test-store.ts';
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

test('an assistant finds, reads and changes a store, and never a hosted one', {
  timeout: 60_000,
}, async () => {
  const store = await startTestStore({
    config: {
      name: 'Test store',
      currencies: ['EUR'],
      productTypes: { book: { attributes: { pages: { type: 'number' } } } },
    },
  });
  onTestFinished(() => store.close());
  const door = await address();
  const client = new Client({ name: 'assistant', version: '1' });
  const environment = plainEnvironment({ HP_API_URL: door.url, HP_SECRET_KEY: store.secretKey });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [hpCommand, 'mcp'],
      cwd: smallProject(),
      env: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? ''])),
    }),
  );
  onTestFinished(() => client.close());
  const use = async (name: string, input: Record<string, unknown> = {}) => {
    const { isError = false, structuredContent, content } = await client.callTool({ name, arguments: input });
    return { isError, data: structuredContent, text: JSON.stringify(content) };
  };

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
