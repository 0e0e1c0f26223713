import { expect, test } from 'vitest';
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
