import { afterAll, beforeAll, expect, test } from 'vitest';
import { createControlClient } from '../controls/control-client.ts';
import { startTestStore, type TestStore } from '../testing/start-test-store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await startTestStore({
    config: {
      name: 'Books <&> more',
      productTypes: { book: { attributes: { pageCount: { type: 'number' } } } },
    },
  });
});

afterAll(() => store?.close());

test('the reference shows the operations of this very store, its own attributes included', async () => {
  const answer = await fetch(`${store.url}/reference`);
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(page).toContain('id="catalog.products.list"');
  expect(page).toContain('pageCount');
  expect(page).toContain('Books &lt;&amp;&gt; more');
  const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
  expect(links.filter((link) => !targets.has(link))).toEqual([]);
});

test('the reference of a sandbox is that of its own configuration', async () => {
  const attributes = { wingspan: { type: 'number' } } as const;
  const config = { name: 'Planes', productTypes: { plane: { attributes } } };
  const { id } = await createControlClient(store).call('sandboxes.create', { config });
  const page = await (await fetch(`${store.url}/reference?store=${id}`)).text();
  expect(page).toContain('wingspan');
  expect(page).not.toContain('pageCount');
  expect((await fetch(`${store.url}/reference?store=sbx_unknown`)).status).toBe(404);
});
