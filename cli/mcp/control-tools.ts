import type { Control } from '../../emulator/controls/control.ts';
import { type Controls, controls } from '../../emulator/controls/index.ts';
import { statusControls } from '../../emulator/controls/status.ts';
import { type Client, ClientUnreachable } from '../../runtime/client/index.ts';
import { refused } from '../cli-error.ts';
import { waitUntil } from '../wait-until.ts';
import { mustBeLocal } from './connect-store.ts';
import { type Changes, defineTool, type Tool } from './tool.ts';

/** What an assistant gets of the emulator's controls: under which name, and what a call of it changes. */
const offered = {
  store_overview: ['status.show', 'nothing'],
  clock_show: ['clock.show', 'nothing'],
  clock_advance: ['clock.advance', 'destroys'],
  list_activity: ['journal.list', 'nothing'],
  show_activity: ['journal.get', 'nothing'],
  trace_activity: ['journal.trace', 'nothing'],
  snapshot_list: ['snapshots.list', 'nothing'],
  snapshot_save: ['snapshots.save', 'adds'],
  snapshot_restore: ['snapshots.restore', 'destroys'],
  faults_list: ['faults.list', 'nothing'],
  faults_set: ['faults.set', 'adds'],
  faults_clear: ['faults.clear', 'destroys'],
  faults_scenarios: ['faults.scenarios', 'nothing'],
  faults_scenario: ['faults.scenario', 'adds'],
} as const satisfies Readonly<Record<string, readonly [keyof Controls, Changes]>>;

/** The answer to a restore comes before the store that ends has ended: it is waited for that, then for the new one. */
async function answersAgain(client: Client): Promise<void> {
  const isThere = async () => {
    try {
      await client.execute(statusControls['status.show'], {});
      return true;
    } catch (error) {
      if (error instanceof ClientUnreachable) return false;
      throw error;
    }
  };
  await waitUntil(async () => !(await isThere()), { milliseconds: 2000, between: 10 });
  if (await waitUntil(isThere, { milliseconds: 30_000, between: 100 })) return;
  throw refused('not_back', 'The store was restored, and does not answer yet.', {
    fix: 'Try again in a moment; `hp dev` says where something is wrong.',
  });
}

function toolOf(name: string, control: Control, changes: Changes): Tool {
  const { summary, description, input } = control;
  return defineTool({
    ...{ name, title: summary, input, changes },
    description: description === undefined ? `${summary}.` : `${summary}. ${description}`,
    async run(given, context) {
      const connection = await context.connect();
      mustBeLocal(connection, name);
      const answer = await connection.client.execute(control, given);
      // The next call is to find the store that was restored, and not the one that just ends.
      if (control.id === 'snapshots.restore') await answersAgain(connection.client);
      return answer;
    },
  });
}

export const controlTools = Object.entries(offered).map(([name, [id, changes]]) =>
  toolOf(name, controls[id], changes),
);
