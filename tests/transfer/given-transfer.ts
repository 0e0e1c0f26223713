import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/index.ts';
import { type Config, parseConfig } from '../../runtime/config/index.ts';
import {
  type ExportClient,
  exportStore,
  type ImportOptions,
  type ImportReport,
  importFile,
} from '../../runtime/transfer/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of an answer by expecting it.
export type Answer = any;

export interface TransferStore extends ExportClient {
  /** What an operation answers. */
  ask(operationId: string, input?: Record<string, unknown>): Promise<Answer>;
  /** A product whole, by its slug. */
  product(slug: string): Promise<Answer>;
  import(contents: string | Uint8Array, options?: Partial<ImportOptions>): Promise<ImportReport>;
  export(format?: 'jsonl' | 'shopify-csv'): Promise<{ text: string; notes: string[] }>;
}

export const shopConfig: Config = {
  name: 'Shop',
  locales: ['en', 'de'],
  currencies: ['EUR', 'USD'],
  customerGroups: ['wholesale'],
  productTypes: {
    apparel: {
      name: 'Apparel',
      attributes: {
        fabric: { type: 'enum', values: ['linen', 'wool'] },
        releasedOn: { type: 'date' },
        isOrganic: { type: 'boolean' },
        rating: { type: 'number' },
        deposit: { type: 'money' },
        keywords: { type: 'text', list: true },
        matches: { type: 'reference', to: 'product', list: true },
        swatch: { type: 'text', level: 'variant' },
      },
    },
    simple: { name: 'Simple' },
  },
};

/** An empty store that runs until the test is over. */
export async function givenStore(config: Config = shopConfig, seed = 'empty'): Promise<TransferStore> {
  const directory = await mkdtemp(join(tmpdir(), 'hp-transfer-'));
  const emulator = await startEmulator({
    ...{ directory, seed, port: 0, host: '127.0.0.1' },
    config: parseConfig(config).config,
  });
  onTestFinished(async () => {
    await emulator.close();
    await rm(directory, { recursive: true, force: true });
  });
  const { runtime, storeId, url } = emulator;
  const client: ExportClient = {
    execute: (operationId, input, file) => runtime.execute(storeId, operationId, input, file && { file }),
    async download(path) {
      return new Uint8Array(await (await fetch(new URL(path, url))).arrayBuffer());
    },
    fileUrl: async (path) => new URL(path, url).href,
  };
  return {
    ...client,
    ask: (operationId, input = {}) => client.execute(operationId, input),
    product: (slug) => client.execute('catalog.products.getBySlug', { slug }),
    import: (contents, options = {}) =>
      importFile({ client, source: pieces(Buffer.from(contents)), ...options }),
    async export(format = 'jsonl') {
      const notes: string[] = [];
      const onNote = (note: string) => notes.push(note);
      return { text: await text(exportStore({ client, format, withFiles: true, onNote })), notes };
    },
  };
}

/** Cut where it hurts: in the middle of lines, of quotes and of characters. */
async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
}
