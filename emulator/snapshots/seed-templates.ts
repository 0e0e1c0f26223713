import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { StoreConfig } from '../../runtime/config/index.ts';
import type { Clock, Logger } from '../../runtime/context/context.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createFolderFileStore } from '../../runtime/files/folder-file-store.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import { createRuntime } from '../../runtime/runtime.ts';
import { services } from '../../runtime/services/index.ts';
import { createEncryptionKeyText, parseEncryptionKeys } from '../../runtime/store/index.ts';
import { openSqliteEngine, preparationOf } from '../../runtime/store/sqlite/index.ts';
import { fillStore } from '../fill-store.ts';
import { mainStoreId } from '../sandboxes/store-place.ts';
import { emulatorCollections } from '../store-collections.ts';
import { makeFolder } from './safe-folder.ts';
import { type Template, templatePaths } from './template.ts';

export interface SeedTemplates {
  /** A store of this configuration, filled from this seed: made when it is first asked for, and kept. */
  of(seed: string, config: StoreConfig): Promise<Template>;
}

type Manifest = Pick<Template, 'name' | 'encryptionKeys' | 'channel' | 'preparedBy'>;

/** Another seed, configuration or version makes another one; of a file, its contents. */
function digestOf(seed: string, config: StoreConfig, preparedBy: string): string {
  const contents = isAbsolute(seed) ? readFileSync(seed) : '';
  return createHash('sha256')
    .update(JSON.stringify([basename(seed), config, preparedBy]))
    .update(contents)
    .digest('hex')
    .slice(0, 20);
}

const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

async function fill(folder: string, seed: string, config: StoreConfig, clock: Clock): Promise<Manifest> {
  const { database, files } = templatePaths(folder);
  await mkdir(files, { recursive: true });
  const encryptionKeys = createEncryptionKeyText('template');
  const engine = await openSqliteEngine({
    ...{ path: database, collections: emulatorCollections, clock },
    encryptionKeys: parseEncryptionKeys(encryptionKeys),
    tuning: { kibibytesOfCache: 32_768, commitsOutlive: 'process' },
  });
  try {
    const runtime = createRuntime(
      {
        ...{ engine, services, clockOf: () => clock, log: quiet, rateLimits: 'none' },
        ...{ ids: createUlidGenerator(clock), files: createFolderFileStore(files) },
        connections: { connectionTo: async () => undefined },
      },
      createContract(config),
    );
    await runtime.configure(mainStoreId, config);
    await fillStore(runtime, mainStoreId, seed);
    // What listens to what was filled in is done with it, once for all copies.
    await runtime.dispatcher.drain();
    await runtime.close();
  } finally {
    await engine.close();
  }
  const channel = config.channels[0]?.key ?? 'web';
  return { name: basename(seed), encryptionKeys, channel, preparedBy: preparationOf(emulatorCollections) };
}

/** Keeps them in folders below `root`; each has its name only once it is whole. */
export function createSeedTemplates(root: string, clock: Clock): SeedTemplates {
  const making = new Map<string, Promise<Template>>();

  const make = (folder: string, seed: string, config: StoreConfig) =>
    makeFolder(folder, async (coming) => {
      const manifest = await fill(coming, seed, config, clock);
      await writeFile(templatePaths(coming).manifest, JSON.stringify(manifest), { mode: 0o600 });
      return ['store.db', 'template.json'];
    });

  async function find(folder: string, seed: string, config: StoreConfig): Promise<Template> {
    if (!existsSync(folder)) await make(folder, seed, config);
    const { manifest: file, ...paths } = templatePaths(folder);
    // Written above, by this same program.
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return { ...manifest, ...paths };
  }

  return {
    of(seed, config) {
      const folder = join(root, digestOf(seed, config, preparationOf(emulatorCollections)));
      const known = making.get(folder);
      if (known) return known;
      const template = find(folder, seed, config);
      making.set(folder, template);
      // What failed is tried again with the next.
      template.catch(() => making.delete(folder));
      return template;
    },
  };
}
