import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Runtime } from '../runtime/runtime.ts';
import { ImpossibleTransfer, importFile, UnreadableFile } from '../runtime/transfer/index.ts';
import type { SeedReport } from './seeds/index.ts';

/** The file that the config names as its seed can't be read. */
export class UnreadableSeed extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly fix: string;

  constructor(file: string, line: number | undefined, message: string, fix: string) {
    super(`The seed ${basename(file)} can't be used. ${message}`);
    this.name = 'UnreadableSeed';
    this.file = file;
    this.line = line;
    this.fix = fix;
  }
}

function explained(error: unknown, file: string): unknown {
  if (error instanceof UnreadableFile) {
    return new UnreadableSeed(file, error.line, error.message, error.fix);
  }
  if (error instanceof ImpossibleTransfer)
    return new UnreadableSeed(file, undefined, error.message, error.fix);
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return new UnreadableSeed(file, undefined, 'There is no such file.', 'Correct `seed` in the config.');
  }
  return error;
}

/** Fills a store from a file that `hp export` wrote, or from a Shopify CSV; pictures are not fetched. */
export async function applySeedFile(runtime: Runtime, storeId: string, file: string): Promise<SeedReport> {
  const name = basename(file);
  try {
    const { counts, refusals } = await importFile({
      client: {
        execute: (operationId, input, upload) =>
          runtime.execute(storeId, operationId, input, upload && { file: upload }),
      },
      source: createReadStream(file),
      fileName: name,
    });
    const there = (kind: 'product' | 'media') => {
      const { created = 0, updated = 0, unchanged = 0 } = counts[kind] ?? {};
      return created + updated + unchanged;
    };
    return {
      products: there('product'),
      files: there('media'),
      refused: refusals.map(({ line, reason }) => `${name}:${line}: ${reason}`),
    };
  } catch (error) {
    throw explained(error, file);
  }
}
