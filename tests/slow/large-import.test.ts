import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { hp } from '../cli/run-hp.ts';
import { smallProject } from '../cli/running-dev.ts';

const rows = 100_000;

function* csv(): Generator<string> {
  yield 'Handle,Title,Body (HTML),Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty\n';
  for (let index = 0; index < rows; index += 4) {
    const body = '<p>A line,\nand another one to fill it up.</p>'.repeat(4);
    yield `p-${index},Product ${index},"${body}",Book,Size,S,P${index}-S,9.90,10\n`;
    for (const size of ['M', 'L', 'XL']) yield `p-${index},,,,,${size},P${index}-${size},9.90,10\n`;
  }
}

test('a file of 100,000 rows goes in and comes out again with a heap of 160 MB', async () => {
  const project = smallProject();
  await pipeline(Readable.from(csv()), createWriteStream(join(project, 'large.csv')));
  const small = { XDG_STATE_HOME: join(project, '..', '.state'), NODE_OPTIONS: '--max-old-space-size=160' };
  const imported = await hp(['import', 'large.csv', '--json'], project, small);
  expect(JSON.parse(imported.stdout)).toMatchObject({
    data: {
      records: rows,
      refused: 0,
      counts: { product: { created: rows / 4 }, stock_level: { updated: rows } },
    },
  });
  const exported = await hp(['export', 'catalog.jsonl', '--json'], project, small);
  expect(JSON.parse(exported.stdout)).toMatchObject({
    data: { counts: { product: rows / 4, stock_level: rows } },
  });
  const again = await hp(['import', 'catalog.jsonl', '--json'], project, small);
  expect(JSON.parse(again.stdout).data.counts.product).toMatchObject({ created: 0, updated: 0, refused: 0 });
});
