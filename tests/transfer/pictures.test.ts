import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { givenStore } from './given-transfer.ts';

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A server of pictures, and what it was asked for. */
async function givenPictures() {
  const asked: string[] = [];
  const answers: Record<string, RequestListener> = {
    '/page.png': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    '/false.png': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('no picture'),
    '/moved.png': (_, response) => response.writeHead(302, { location: '/red.png' }).end(),
    '/away.png': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    '/round.png': (_, response) => response.writeHead(302, { location: '/round.png' }).end(),
    '/gone.png': (_, response) => response.writeHead(404).end(),
    '/huge.png': (_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.end(Buffer.alloc(21 * 1024 * 1024));
    },
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    asked.push(path);
    const picture: RequestListener = (_, answer) =>
      answer.writeHead(200, { 'content-type': 'image/png' }).end(png);
    (answers[path] ?? picture)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked };
}

const csv = (...lines: string[]) =>
  `${['Handle,Title,Type,Option1 Name,Option1 Value,Image Src,Image Position,Image Alt Text,Variant Image', ...lines].join('\n')}\n`;

test('nothing is fetched unless it is asked for', async () => {
  const { url, asked } = await givenPictures();
  const store = await givenStore();
  const report = await store.import(csv(`a,A,Simple,,,${url}/red.png,1,Red,`));
  expect(asked).toEqual([]);
  expect(report.notes).toEqual([
    'Pictures were left where they are; fetch them with --images download. (line 2)',
  ]);
});

test('pictures come in their order, with their texts and those of the variants, and are fetched once', async () => {
  const { url, asked } = await givenPictures();
  const store = await givenStore();
  const contents = csv(
    `a,A,Simple,Size,S,${url}/red.png?v=2,2,Red,${url}/blue.png`,
    `a,,,,M,${url}/blue.png,1,Blue,${url}/red.png?v=2`,
    `a,,,,,${url}/moved.png,3,,`,
  );
  const report = await store.import(contents, { images: 'download' });
  expect(report).toMatchObject({ refused: 0, counts: { media: { created: 3 } } });
  const product = await store.product('a');
  expect(product.media.map(({ alt }: { alt: string }) => alt)).toEqual(['Blue', 'Red', '']);
  const [blue, red] = product.media.map(({ mediaId }: { mediaId: string }) => mediaId);
  expect(product.variants.map(({ mediaIds }: { mediaIds: string[] }) => mediaIds)).toEqual([[blue], [red]]);
  expect(Buffer.from(await store.download(product.media[0].url))).toEqual(png);
  asked.length = 0;
  const again = await store.import(contents, { images: 'download' });
  expect(again.counts).toEqual({ product: { created: 0, updated: 0, unchanged: 1, refused: 0 } });
  // What is in the store is known by its address, also where nothing may be fetched.
  expect((await store.import(contents)).notes).toEqual([]);
  expect(asked).toEqual([]);
});

test('pictures that can not be had are named one by one, and the product goes in with the others', async () => {
  const { url } = await givenPictures();
  const store = await givenStore();
  const names = ['page', 'false', 'away', 'round', 'gone', 'huge'];
  const report = await store.import(
    csv(
      `a,A,Simple,,,${url}/red.png,1,Red,`,
      ...names.map((name) => `a,,,,,${url}/${name}.png,,,`),
      'a,,,,,ftp://example.com/a.png,,,',
      'a,,,,,not an address,,,',
      'a,,,,,http://127.0.0.1:1/a.png,,,',
    ),
    { images: 'download' },
  );
  const reasons = Object.fromEntries(report.refusals.map(({ line, reason }) => [line, reason]));
  expect(reasons[3]).toContain('no picture: its content type is text/html');
  expect(reasons[4]).toContain('not what its content type');
  expect(reasons[5]).toContain('Only http and https are fetched, not file:');
  expect(reasons[6]).toContain('redirected more than 5 times');
  expect(reasons[7]).toContain('status 404');
  expect(reasons[8]).toContain('larger than 20 MB');
  expect(reasons[9]).toContain('Only http and https are fetched, not ftp:');
  expect(reasons[10]).toContain('is no address');
  expect(reasons[11]).toContain('could not be fetched');
  expect(report.counts).toMatchObject({ product: { created: 1 }, media: { created: 1, refused: 9 } });
  expect((await store.product('a')).media).toHaveLength(1);
});

test('pictures that an export names are known again at home', async () => {
  const { url } = await givenPictures();
  const store = await givenStore();
  await store.import(csv(`a,A,Simple,,,${url}/red.png,1,Red,`), { images: 'download' });
  const { text } = await store.export('shopify-csv');
  const report = await store.import(text);
  expect(report).toMatchObject({ notes: [], counts: { product: { unchanged: 1 } } });
});
