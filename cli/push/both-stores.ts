import type { Entry } from '../../runtime/plan/index.ts';
import { readBase, type Side } from '../../runtime/push/index.ts';
import type { CommandContext } from '../context.ts';
import { findProject, type Project } from '../project/find-project.ts';
import { type OpenStore, openStore } from '../project/open-store.ts';
import { connectTarget, localSide } from './connect.ts';
import { resolveTarget, type Target } from './resolve-target.ts';

/** The project's own store and a hosted one, with what they agreed on last. */
export interface BothStores {
  readonly project: Project;
  readonly store: OpenStore;
  readonly target: Target;
  readonly here: Side;
  readonly there: Side;
  readonly base: readonly Entry[];
}

export async function openBothStores(to: string | undefined, context: CommandContext): Promise<BothStores> {
  const project = findProject(context.directory);
  const store = await openStore(project, context);
  const target = resolveTarget(to, store.loaded.project.targets, context.environment);
  const there = await connectTarget(target, store);
  const base = await readBase(project.directory, target.url);
  return { project, store, target, here: localSide(store), there, base };
}

/** How the two are called when something is pushed. */
export const pushPlaces = ({ name }: Target) => ({ source: 'here', target: `on ${name}` });
