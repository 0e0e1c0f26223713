import type { Control } from '../../emulator/controls/control.ts';
import { type Controls, controls } from '../../emulator/controls/index.ts';
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

function toolOf(name: string, control: Control, changes: Changes): Tool {
  const { summary, description, input } = control;
  return defineTool({
    ...{ name, title: summary, input, changes },
    description: description === undefined ? `${summary}.` : `${summary}. ${description}`,
    async run(given, context) {
      const connection = await context.connect();
      mustBeLocal(connection, name);
      return connection.client.execute(control, given);
    },
  });
}

export const controlTools = Object.entries(offered).map(([name, [id, changes]]) =>
  toolOf(name, controls[id], changes),
);
