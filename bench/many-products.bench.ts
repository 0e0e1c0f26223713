// A store of 1,000,000 products (`--products`) by one of 1,000, operation by operation: at most 1.2 times the cost.
// Both lie in the machine's memory: what is compared is the work, not the disk.
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { categoryId, productId, productInput, seededRandom } from './many-products/given-products.ts';
import { type OpenStore, openStore } from './many-products/open-store.ts';

const few = 1000;
const rounds = 21;
const { values } = parseArgs({ options: { products: { type: 'string', default: '1000000' } } });
const many = Number(values.products);
if (!Number.isInteger(many) || many < few) throw new Error(`--products must be a whole number from ${few}.`);

const folder = mkdtempSync(join(tmpdir(), 'hp-bench-'));
const remove = () => rmSync(folder, { recursive: true, force: true });
process.once('SIGINT', () => {
  remove();
  process.exit(130);
});

type Operation = (store: OpenStore, number: number) => Promise<unknown>;
// What the list answers, as far as it matters here.
type Page = { readonly data: readonly { readonly id: string }[]; readonly page: { readonly next: string } };

let firstCursor = '';

/** The cursor behind a product in the list by title, made from that of the first page: going there takes long. */
function cursorBehind(number: number): string {
  const [scope, visibility, group] = JSON.parse(Buffer.from(firstCursor, 'base64url').toString());
  const position = [scope, visibility, group, productInput(number).title.toLowerCase(), productId(number)];
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

async function prepareCursors({ call, count }: OpenStore): Promise<void> {
  const list = { pageSize: 1, sort: 'title' };
  const page = (await call('catalog.products.list', list)) as Page;
  firstCursor = page.page.next;
  const middle = Math.floor(count / 2);
  const following = (await call('catalog.products.list', { ...list, after: cursorBehind(middle) })) as Page;
  if (following.data[0]?.id !== productId(middle + 1)) throw new Error('The page far behind is another one.');
}

/** Makes each new title and number another one. */
let writes = 0;

const operations: Readonly<Record<string, { readonly times: number; readonly run: Operation }>> = {
  'a product by id': {
    times: 400,
    run: ({ get }, number) => get(`/v1/products/${productId(number)}`),
  },
  'the first page of 20': { times: 60, run: ({ call }) => call('catalog.products.list', { pageSize: 20 }) },
  'a page far behind': {
    times: 60,
    run: ({ call }, number) =>
      call('catalog.products.list', { pageSize: 20, sort: 'title', after: cursorBehind(number) }),
  },
  'a page of a category': {
    times: 60,
    run: ({ call }, number) =>
      call('catalog.products.list', {
        pageSize: 20,
        status: 'active',
        category: categoryId(number),
        sort: 'title',
      }),
  },
  'changing a product': {
    times: 40,
    run: ({ call }, number) =>
      call('catalog.products.update', { productId: productId(number), description: `Changed ${writes++}` }),
  },
  'creating a product': {
    times: 40,
    run: ({ call }) => {
      const number = many + writes++;
      return call('catalog.products.create', productInput(number));
    },
  },
};

/** Reads a file once, so that the machine holds it in memory as it does a small one. */
async function warm(path: string): Promise<void> {
  await finished(createReadStream(path, { highWaterMark: 2 ** 20 }).resume());
}

async function measure(stores: { readonly few: OpenStore; readonly many: OpenStore }): Promise<void> {
  for (const [what, { times, run }] of Object.entries(operations)) {
    const random = { few: seededRandom(1), many: seededRandom(1) };
    const repeat = (name: keyof typeof stores) => async () => {
      const { [name]: store } = stores;
      for (let time = 0; time < times; time += 1) await run(store, Math.floor(random[name]() * store.count));
      // SQLite answers at once: without this, Ctrl-C is never heard.
      await turn();
    };
    const costs = await interleave({ few: repeat('few'), many: repeat('many') }, rounds);
    const shown = (name: keyof typeof stores) => `${((median(costs[name]) / times) * 1000).toFixed(0)} µs`;
    console.log(`${what}: of ${few} ${shown('few')}, of ${many} ${shown('many')}`);
    judge(`${what}, of ${many} / of ${few}`, ratioOf(costs.many, costs.few), { atMost: 1.2 });
  }
}

try {
  const start = performance.now();
  const stores = {
    few: await openStore(join(folder, 'few.db'), few),
    many: await openStore(join(folder, 'many.db'), many),
  };
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`filled in ${seconds} s, ${(statSync(join(folder, 'many.db')).size / 1e6).toFixed(0)} MB`);
  await prepareCursors(stores.many);
  await warm(join(folder, 'many.db'));
  await measure(stores);
  await stores.few.close();
  await stores.many.close();
} finally {
  remove();
}
