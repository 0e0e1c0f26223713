import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import type { SeedReport } from '../../emulator/seeds/index.ts';
import { createClient } from '../../runtime/client/index.ts';
import { type LoadedConfig, loadConfig } from '../../runtime/config/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import type { ExportClient } from '../../runtime/transfer/index.ts';
import { refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { execStore, refusedWithinExec } from './exec-store.ts';
import type { Project } from './find-project.ts';
import { seedOf } from './known-seed.ts';
import { claimProject, findRunning } from './running-store.ts';

/** The store that a command works on, running or not. */
export interface OpenStore extends ExportClient {
  readonly loaded: LoadedConfig;
  /** Fills it from a seed, leaving what is there. */
  seed(name: string): Promise<SeedReport>;
  /** Sets everything aside and fills it from a seed. */
  reset(seed: string): Promise<void>;
  /** Sets everything aside and puts a snapshot in its place. */
  restore(snapshot: string): Promise<void>;
  /** What the emulator offers beside the platform, for the main store or a sandbox by its id. */
  controls(sandbox?: string): Promise<ControlClient>;
}

async function askRunning<T>(control: { url: string; token: string }, body: object): Promise<T> {
  const response = await fetch(control.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${control.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { message?: string };
  if (response.ok) return answer;
  throw refused('refused_by_running_store', answer.message ?? `hp dev answered with ${response.status}.`, {
    fix: 'Look at what `hp dev` shows in its terminal.',
  });
}

async function download(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw refused('missing_file', `The store has no file at ${url.pathname} (status ${response.status}).`, {
    fix: 'Upload it again, or leave files out with `--no-files`.',
  });
}

async function controlsOf(
  store: { readonly url: string; readonly secretKey: string },
  sandbox: string | undefined,
): Promise<ControlClient> {
  const client = createControlClient(store);
  if (sandbox === undefined) return client;
  const { secretKey } = await client.call('sandboxes.get', { id: sandbox });
  return createControlClient({ url: store.url, secretKey });
}

type Actions = Pick<OpenStore, 'seed' | 'reset' | 'restore'>;

const actionsWithinExec: Actions = {
  seed: () => Promise.reject(refusedWithinExec('hp seed')),
  reset: () => Promise.reject(refusedWithinExec('hp reset')),
  restore: () => Promise.reject(refusedWithinExec('hp snapshot restore')),
};

/** A store that runs elsewhere, over HTTP. */
function servedStore(
  loaded: LoadedConfig,
  store: { readonly url: string; readonly secretKey: string },
  actions: Actions,
): OpenStore {
  const client = createClient(store);
  const contract = createContract(loaded.config);
  return {
    loaded,
    execute: (operationId, input, file) => client.execute(contract.operation(operationId), input, file),
    download: (url) => download(new URL(url, store.url)),
    fileUrl: async (url) => new URL(url, store.url).href,
    controls: (sandbox) => controlsOf(store, sandbox),
    ...actions,
  };
}

/**
 * Within `hp exec` its store, else that of the `hp dev` that runs here, else the project's own, opened by this command
 * and closed with it.
 */
export async function openStore(project: Project, context: CommandContext): Promise<OpenStore> {
  const loaded = await loadConfig(project.configFile);
  const within = execStore(context.environment);
  if (within) return servedStore(loaded, within, actionsWithinExec);
  const running = await findRunning(project);
  if (running && running.url !== '') {
    return servedStore(loaded, running, {
      seed: (name) => askRunning(running.control, { action: 'seed', name }),
      reset: (name) => askRunning(running.control, { action: 'reset', name }),
      restore: (name) => askRunning(running.control, { action: 'restore', name }),
    });
  }
  // Refuses where `hp dev` is just starting: one process a store.
  const claim = await claimProject(project);
  context.defer(() => claim.release());
  const { fillStore, setAside, startEmulator } = await import('../../emulator/index.ts');
  const start = (seed: string) =>
    startEmulator({
      ...{ directory: project.directory, config: loaded.config, port: 0, host: '127.0.0.1', seed },
      // A command alone may write a hundred thousand things, and nobody is there to look at them.
      isWatched: false,
    });
  // Opened when first needed: a reset must work on a file that can't be opened.
  let opened: ReturnType<typeof start> | undefined;
  const open = () => {
    opened ??= start(seedOf(loaded));
    return opened;
  };
  context.defer(async () => (await opened)?.close());
  return {
    loaded,
    async execute(operationId, input, file) {
      const { runtime, storeId } = await open();
      return runtime.execute(storeId, operationId, input, file && { file });
    },
    download: async (url) => download(new URL(url, (await open()).url)),
    fileUrl: async (url) => new URL(url, (await open()).url).href,
    async seed(seed) {
      const { runtime, storeId } = await open();
      return fillStore(runtime, storeId, seed);
    },
    controls: async (sandbox) => controlsOf(await open(), sandbox),
    restore: async (snapshot) => (await open()).restore(snapshot),
    async reset(seed) {
      setAside(project.directory, new Date());
      opened = start(seed);
      await opened;
    },
  };
}
