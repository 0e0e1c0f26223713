import type { CommandContext } from '../context.ts';
import { refusedWithinExec } from '../project/exec-store.ts';
import { findProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';

/**
 * Within `hp exec` a run may delete its own. A fresh store refuses those that the project lent it; in a sandbox all are
 * the project's, and its own are told by what they were taken of.
 */
export async function deleteSnapshot(
  name: string,
  context: CommandContext,
): Promise<{ readonly name: string }> {
  const store = await openStore(findProject(context.directory), context);
  const controls = await store.controls();
  const sandbox = context.environment.HP_SANDBOX_ID;
  if (sandbox !== undefined) {
    const { snapshots } = await controls.call('snapshots.list', {});
    const found = snapshots.find((snapshot) => snapshot.name === name);
    if (found && found.takenOf !== sandbox) throw refusedWithinExec('hp snapshot delete');
  }
  return controls.call('snapshots.delete', { name });
}
