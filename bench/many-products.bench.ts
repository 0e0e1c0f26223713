// A store of 1,000,000 products (`--products`) by one of 1,000, operation by operation: at most 1.2 times the cost.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
type Page = { readonly page: { readonly next: string } };

/** The cursor behind a product, made from that of another product in the same list. */
function cursorAt(next: string, number: number, created: string): string {
  const [scope, visibility, group] = JSON.parse(Buffer.from(next, 'base64url').toString());
  return Buffer.from(JSON.stringify([scope, visibility, group, created, productId(number)])).toString(
    'base64url',
  );
}

const parsed = (answer: unknown) => JSON.parse(JSON.stringify(answer));
let created = 0;

const operations: Readonly<Record<string, { readonly times: number; readonly run: Operation }>> = {
  'a product by id': {
    times: 400,
    run: ({ call }, number) => call('catalog.products.get', { productId: productId(number) }),
  },
  'the first page of 20': { times: 60, run: ({ call }) => call('catalog.products.list', { pageSize: 20 }) },
  'a page far behind': {
    times: 60,
    run: ({ call }, number) =>
      call('catalog.products.list', { pageSize: 20, sort: 'title', after: deep(number) }),
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
      call('catalog.products.update', { productId: productId(number), description: `Changed ${created++}` }),
  },
  'creating a product': {
    times: 40,
    run: ({ call }) => {
      const number = many + created++;
      return call('catalog.products.create', productInput(number));
    },
  },
};

let firstCursor = '';
const deep = (number: number) => cursorAt(firstCursor, number, productInput(number).title.toLowerCase());

async function measure(stores: { readonly few: OpenStore; readonly many: OpenStore }): Promise<void> {
  for (const [what, { times, run }] of Object.entries(operations)) {
    const random = { few: seededRandom(1), many: seededRandom(1) };
    const repeat = (name: keyof typeof stores) => async () => {
      const { [name]: store } = stores;
      for (let time = 0; time < times; time += 1) await run(store, Math.floor(random[name]() * store.count));
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
  const page: Page = parsed(await stores.few.call('catalog.products.list', { pageSize: 1, sort: 'title' }));
  firstCursor = page.page.next;
  await measure(stores);
  await stores.few.close();
  await stores.many.close();
} finally {
  remove();
}
