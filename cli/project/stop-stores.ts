import { resolve } from 'node:path';
import { isAlive } from '../../emulator/is-alive.ts';
import { refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { waitUntil } from '../wait-until.ts';
import { findProject } from './find-project.ts';
import { allRunning, findRunning, type RunningStore } from './running-store.ts';

export interface StoppedStore {
  readonly pid: number;
  readonly directory: string;
}

const patience = { milliseconds: 10_000, between: 50 };

async function stop({ pid, directory }: RunningStore): Promise<StoppedStore> {
  process.kill(pid, 'SIGTERM');
  if (await waitUntil(() => !isAlive(pid), patience)) return { pid, directory };
  throw refused('does_not_stop', `Process ${pid} (${directory}) does not stop.`, {
    fix: `End it the hard way with \`kill -9 ${pid}\`; nothing that was written is lost.`,
  });
}

/** Stops the store of a project, or all; answers when the processes are gone. */
export async function stopStores(
  which: { readonly folder: string | undefined; readonly all: boolean },
  context: CommandContext,
): Promise<{ readonly stopped: readonly StoppedStore[] }> {
  if (which.all) return { stopped: await Promise.all((await allRunning()).map(stop)) };
  const running = await findRunning(findProject(resolve(context.directory, which.folder ?? '.')));
  return { stopped: running ? [await stop(running)] : [] };
}
