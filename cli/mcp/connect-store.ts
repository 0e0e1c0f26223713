import { statusControls } from '../../emulator/controls/status.ts';
import { type Client, ClientProblem, createClient } from '../../runtime/client/index.ts';
import { loadConfig } from '../../runtime/config/index.ts';
import { type Contract, createContract } from '../../runtime/contract/contract.ts';
import { refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { findProject } from '../project/find-project.ts';
import { localStore } from '../project/local-store.ts';

/** The store that an assistant works on. */
export interface Connection {
  readonly url: string;
  readonly secretKey: string;
  readonly configFile: string;
  readonly contract: Contract;
  readonly client: Client;
  /** Somebody sells with it: it is read, and changed by a reviewed push alone. */
  readonly isRemote: boolean;
}

/** Only an emulator has controls: what answers otherwise is a runtime that somebody hosts. */
async function isEmulator(client: Client): Promise<boolean> {
  try {
    await client.execute(statusControls['status.show'], {});
    return true;
  } catch (error) {
    if (error instanceof ClientProblem && error.status === 404) return false;
    throw error;
  }
}

/** The store of `hp exec`, of the `hp dev` that runs here, or the hosted one that was named. */
export async function connectStore(remote: string | undefined, context: CommandContext): Promise<Connection> {
  const { configFile } = findProject(context.directory);
  const loaded = await loadConfig(configFile);
  const contract = createContract(loaded.config);
  if (remote !== undefined) {
    const { resolveTarget } = await import('../push/resolve-target.ts');
    const { connectClient } = await import('../push/connect.ts');
    const target = resolveTarget(remote, loaded.project.targets, context.environment);
    const { url, secretKey } = target;
    return { url, secretKey, configFile, contract, client: connectClient(target), isRemote: true };
  }
  const { url, secretKey } = await localStore(context);
  const client = createClient({ url, secretKey });
  return { url, secretKey, configFile, contract, client, isRemote: !(await isEmulator(client)) };
}

/** @throws {CliError} `read_only_remote` */
export function mustBeLocal({ isRemote, url }: Pick<Connection, 'isRemote' | 'url'>, what: string): void {
  if (!isRemote) return;
  throw refused('read_only_remote', `${what} is not done on ${url}, which is no emulator.`, {
    fix: 'Change the local store instead, show `plan_push`, and let a person run `hp push`.',
  });
}
