import { createClient } from '../../../runtime/client/index.ts';
import { loadConfig } from '../../../runtime/config/index.ts';
import { type Contract, createContract } from '../../../runtime/contract/contract.ts';
import { usage } from '../../cli-error.ts';
import type { CommandContext } from '../../context.ts';
import { findProject } from '../../project/find-project.ts';
import { localStore } from '../../project/local-store.ts';
import { watchEvents } from './await-event.ts';
import { checkShop, knownEvent } from './known-event.ts';
import { parseOverride } from './overrides.ts';
import { readShop } from './read-shop.ts';
import { recipes, stepsFor } from './recipes.ts';
import { type DoneStep, type Execute, runRecipe } from './run-recipe.ts';
import type { Call } from './step.ts';

export interface Triggerable {
  readonly event: string;
  readonly when: string;
  /** What `--override` may name. */
  readonly steps: readonly string[];
}

export interface Triggered {
  readonly event: string | null;
  readonly done: readonly DoneStep[];
  /** The event as it happened; null where nothing was triggered. */
  readonly happened: { readonly subject: string | null; readonly traceId: string | null } | null;
  /** What there is to trigger, where that was asked. */
  readonly triggerable: readonly Triggerable[];
}

function triggerable(contract: Contract): Triggerable[] {
  return [...contract.events.values()]
    .filter(({ type }) => type in recipes)
    .map(({ type, summary }) => ({ event: type, when: summary, steps: stepsFor(recipes[type] ?? '') }));
}

/** Does what causes an event in the running store, everything that it needs included. */
export async function triggerEvent(
  event: string | undefined,
  { overrides, list }: { readonly overrides: readonly string[]; readonly list: boolean },
  context: CommandContext,
): Promise<Triggered> {
  const { config } = await loadConfig(findProject(context.directory).configFile);
  const contract = createContract(config);
  if (list) return { event: null, done: [], happened: null, triggerable: triggerable(contract) };
  if (event === undefined) {
    throw usage('no_event', 'Which event?', { fix: '`hp webhooks trigger --list` shows what there is.' });
  }
  const step = knownEvent(event, [...contract.events.keys()]);
  const parsed = overrides.map((text) => parseOverride(text, stepsFor(step)));
  const store = await localStore(context);
  const client = createClient(store);
  const execute: Execute = (id, input, file) => client.execute(contract.operation(id), input, file);
  // The contract's tests hold handlers to what they answer.
  const shop = await readShop(config, execute as Call);
  checkShop(step, shop);
  const watch = await watchEvents(store);
  const done = await runRecipe(step, shop, parsed, execute);
  const { subject, traceId } = await watch.until(event);
  return { event, done, happened: { subject, traceId }, triggerable: [] };
}
