import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { declareConfig, type StoreConfig } from '../../runtime/config/index.ts';
import { describeConfigChanges } from '../../runtime/plan/index.ts';
import {
  baseAfter,
  describePlan,
  makePlan,
  type PlanDescription,
  type PushPlan,
  writeBase,
} from '../../runtime/push/index.ts';
import { cancelled, refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { askYesOrNo } from '../output/index.ts';
import { mustBeOutsideExec } from '../project/exec-store.ts';
import { type BothStores, openBothStores } from './both-stores.ts';
import { applyShown, mustBeAllowed, mustBeSettled } from './guards.ts';
import { planLines, titleOf } from './plan-lines.ts';

export interface PullFlags {
  readonly from: string | undefined;
  readonly prefer: 'local' | 'remote' | undefined;
  readonly configOut: string | undefined;
  readonly allowDestructive: boolean;
  readonly yes: boolean;
}

export interface Pulled extends PlanDescription {
  readonly target: string;
  readonly url: string;
  readonly outcome: 'pulled' | 'nothing';
  readonly changes: number;
  /** What the target's configuration has that the config file has not; nobody but you writes that file. */
  readonly config: readonly string[];
  readonly configFile: string | null;
}

/** The target's configuration, where it was changed there: undefined where the config file is as new or newer. */
function changedConfig(
  plan: PushPlan,
): { readonly before: StoreConfig | null; readonly after: StoreConfig } | undefined {
  const step = plan.steps.find(({ kind }) => kind === 'config');
  const conflict = plan.conflicts.find(({ kind }) => kind === 'config');
  const before = step ? step.before : conflict?.there;
  const after = step ? step.after : conflict?.here;
  // A configuration's content is the configuration.
  return after
    ? { before: (before ?? null) as unknown as StoreConfig | null, after: after as unknown as StoreConfig }
    : undefined;
}

/** The config file is the user's own to write, so a pull is of data alone. */
function withoutConfig(plan: PushPlan): PushPlan {
  return {
    ...plan,
    steps: plan.steps.filter(({ kind }) => kind !== 'config'),
    conflicts: plan.conflicts.filter(({ kind }) => kind !== 'config'),
    remoteOnly: plan.remoteOnly.filter(({ kind }) => kind !== 'config'),
  };
}

async function apply(plan: PushPlan, stores: BothStores, config: readonly string[], context: CommandContext) {
  try {
    await applyShown(plan, stores.there, stores.here, context.terminal);
  } catch (error) {
    const isRefused = error instanceof Error && 'code' in error && error.code === 'plan_refused';
    if (!isRefused || config.length === 0) throw error;
    throw refused(
      'config_behind',
      `The local store can't hold what ${stores.target.name} has. ${error.message}`,
      {
        lines: config,
        fix: `Declare in ${relative(context.directory, stores.project.configFile)} what ${stores.target.name} declares, then pull again.`,
        cause: error,
      },
    );
  }
}

/** The life of a pull: plan → show → settle → ask → apply → remember. */
export async function runPull(flags: PullFlags, context: CommandContext): Promise<Pulled> {
  const { terminal, directory } = context;
  mustBeOutsideExec('hp pull', context.environment);
  const stores = await openBothStores(flags.from, context);
  const { project, target, here, there } = stores;
  // Seen from here, `remote` is where it comes from.
  const sides = { local: 'remote', remote: 'local' } as const;
  const prefer = flags.prefer && sides[flags.prefer];
  const { plan: whole, base } = await makePlan({ source: there, target: here, base: stores.base, prefer });
  const plan = withoutConfig(whole);
  const other = changedConfig(whole);
  const config = other ? describeConfigChanges(other.before, other.after).map(({ text }) => text) : [];
  const description = describePlan(plan, { source: `on ${target.name}`, target: 'here' });
  const configFile = other && flags.configOut !== undefined ? resolve(directory, flags.configOut) : null;
  if (other && configFile) {
    const { printConfig } = await import('../../emulator/seeds/index.ts');
    await writeFile(configFile, printConfig(declareConfig(other.after), {}));
  }
  const answer = (outcome: Pulled['outcome']): Pulled => ({
    ...{ target: target.name, url: target.url, outcome, changes: plan.steps.length, config, configFile },
    ...description,
  });
  const headings = {
    steps: `From ${titleOf(target, terminal.paint)}`,
    others: 'Changed here alone; stays as it is (`hp push` brings it there)',
  };
  for (const line of planLines({ ...description, conflicts: [] }, headings, terminal.paint))
    terminal.note(line);
  mustBeSettled(description.conflicts, target.name);
  await writeBase(project.directory, target.url, base);
  if (plan.steps.length === 0) return answer('nothing');
  mustBeAllowed(description.destructive, flags.allowDestructive);
  const count =
    plan.steps.length === 1 ? 'this change' : `these ${plan.steps.length.toLocaleString('en')} changes`;
  const question = { message: `Bring ${count} into the local store?`, flag: '--yes' };
  if (!flags.yes && !(await askYesOrNo(terminal, question))) throw cancelled();
  await apply(plan, stores, config, context);
  await writeBase(project.directory, target.url, baseAfter(base, plan));
  return answer('pulled');
}
