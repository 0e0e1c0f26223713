import { expect, test } from 'vitest';
import { givenClient } from './given-client.ts';
import type { Script } from './scripted-server.ts';

/** Three pages: 1 2, 3 4, 5. */
const threePages: Script = ({ query }) => {
  const pages: Record<string, object> = {
    '': { data: [1, 2], page: { next: 'c2' } },
    c2: { data: [3, 4], page: { next: 'c3' } },
    c3: { data: [5], page: { next: null } },
  };
  return { body: pages[query.get('after') ?? ''] };
};
const list = { method: 'GET', path: '/v1/things', query: { tag: 'sale', pageSize: 2 } };

test('a list asks for nothing until it is used', async () => {
  const { client, server } = await givenClient(threePages);
  const things = client.list<number>(list);
  expect(server.requests).toHaveLength(0);
  expect((await things).data).toEqual([1, 2]);
});

test('iterating gives every item, and every page keeps the filters', async () => {
  const { client, server } = await givenClient(threePages);
  const items: number[] = [];
  for await (const item of client.list<number>(list)) items.push(item);
  expect(items).toEqual([1, 2, 3, 4, 5]);
  expect(server.requests.map(({ query }) => query.toString())).toEqual([
    'tag=sale&pageSize=2',
    'tag=sale&pageSize=2&after=c2',
    'tag=sale&pageSize=2&after=c3',
  ]);
});

test('stopping early asks for no more pages', async () => {
  const { client, server } = await givenClient(threePages);
  for await (const item of client.list<number>(list)) if (item === 2) break;
  expect(server.requests).toHaveLength(1);
});

test('a page leads to the next, and the last to none', async () => {
  const { client } = await givenClient(threePages);
  const first = await client.list<number>(list);
  expect([first.hasNextPage, first.next]).toEqual([true, 'c2']);
  const second = await first.nextPage();
  const third = await second?.nextPage();
  expect([third?.data, third?.hasNextPage, await third?.nextPage()]).toEqual([[5], false, null]);
});

test('pages are given one by one', async () => {
  const { client } = await givenClient(threePages);
  const pages: number[][] = [];
  for await (const page of client.list<number>(list).pages()) pages.push(page.data);
  expect(pages).toEqual([[1, 2], [3, 4], [5]]);
});

test('an array holds no more than was asked for, and no more pages are read than that needs', async () => {
  const { client, server } = await givenClient(threePages);
  expect(await client.list<number>(list).toArray({ max: 3 })).toEqual([1, 2, 3]);
  expect(server.requests).toHaveLength(2);
});

test('awaiting a list twice sends one request', async () => {
  const { client, server } = await givenClient(threePages);
  const things = client.list<number>(list);
  await things;
  const { response } = await things.withResponse();
  expect([response.status, server.requests.length]).toEqual([200, 1]);
});

test('a failing page fails the iteration', async () => {
  const { client } = await givenClient((request, count) =>
    count === 1 ? threePages(request, count) : { status: 400, body: { code: 'invalid_cursor' } },
  );
  await expect(client.list(list).toArray({ max: 10 })).rejects.toMatchObject({ code: 'invalid_cursor' });
});
