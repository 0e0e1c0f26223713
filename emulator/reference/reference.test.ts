import { expect, test } from 'vitest';
import { createControlClient } from '../controls/control-client.ts';
import { testConfig } from '../testing/shared-emulator.ts';
import { startTestStore } from '../testing/start-test-store.ts';

test('the reference shows the operations of this very store, its own attributes included', async () => {
  const store = await startTestStore({
    config: {
      name: 'Books <&> more',
      productTypes: { book: { attributes: { pageCount: { type: 'number' } } } },
    },
  });
  const answer = await fetch(`${store.url}/reference`);
  const page = await answer.text();
  await store.close();
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
  const store = await startTestStore({ config: testConfig });
  const attributes = { wingspan: { type: 'number' } } as const;
  const config = { ...testConfig, productTypes: { plane: { attributes } } };
  const { id } = await createControlClient(store).call('sandboxes.create', { config });
  const textOf = async (query: string) => (await fetch(`${store.url}/reference${query}`)).text();
  const [ofSandbox, ofStore] = [await textOf(`?store=${id}`), await textOf('')];
  const unknown = await fetch(`${store.url}/reference?store=sbx_unknown`);
  await store.close();
  expect(ofSandbox).toContain('wingspan');
  expect(ofStore).not.toContain('wingspan');
  expect(unknown.status).toBe(404);
});
