import { createControlClient } from '../../emulator/controls/control-client.ts';
import { ClientProblem } from '../../runtime/client/index.ts';
import { loadConfig } from '../../runtime/config/index.ts';
import type { CommandContext } from '../context.ts';
import { lookUpProject } from '../project/find-project.ts';
import { localStore } from '../project/local-store.ts';
import { resolveTarget } from '../push/resolve-target.ts';
import type { Keys } from './check-operation.ts';

/** A running platform, and the keys that let in. */
export interface Store {
  readonly url: string;
  readonly keys: Keys;
}

/** The store that is meant: of a target or an address, else the one that runs here. */
export async function storeOf(against: string | undefined, context: CommandContext): Promise<Store> {
  if (against === undefined) {
    const { url, secretKey, publishableKey } = await localStore(context);
    return { url, keys: { secret: secretKey, publishable: publishableKey } };
  }
  const project = lookUpProject(context.directory);
  const targets = project ? (await loadConfig(project.configFile)).project.targets : {};
  const { url, secretKey } = resolveTarget(against, targets, context.environment);
  return { url, keys: { secret: secretKey, publishable: context.environment.HEADLESSPRO_PUBLISHABLE_KEY } };
}

/**
 * A copy of the emulator's store that goes with the command: nothing is ever written to the store itself. Undefined
 * where the server is no emulator.
 */
export async function sandboxOf({ url, keys }: Store, context: CommandContext): Promise<Store | undefined> {
  const controls = createControlClient({ url, secretKey: keys.secret });
  // Of the store as it is now, not as its seed filled it.
  const snapshot = `contract-verify-${process.pid}`;
  const saved = await controls.call('snapshots.save', { name: snapshot }).catch((error: unknown) => {
    if (error instanceof ClientProblem && error.status === 404) return undefined;
    throw error;
  });
  if (!saved) return undefined;
  const making = controls.call('sandboxes.create', { snapshot, name: 'hp contract verify', expiresIn: 3600 });
  const made = await making.finally(() => controls.call('snapshots.delete', { name: snapshot }));
  context.defer(() => controls.call('sandboxes.delete', { id: made.id }));
  return { url, keys: { secret: made.secretKey, publishable: made.publishableKey } };
}
