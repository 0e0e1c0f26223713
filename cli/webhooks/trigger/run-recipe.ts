import type { ClientFile } from '../../../runtime/client/index.ts';
import { type CliError, refused, usage } from '../../cli-error.ts';
import { waitUntil } from '../../wait-until.ts';
import type { Made, Shop } from './made.ts';
import { type Override, withOverrides } from './overrides.ts';
import { steps, stepsFor } from './recipes.ts';
import type { Call, Step } from './step.ts';

/** A call that was made on the way. */
export interface DoneStep {
  readonly step: string;
  readonly operation: string;
  /** Id of what it is about, where it is about one thing. */
  readonly id: string | null;
}

export type Execute = (
  operationId: string,
  input: Readonly<Record<string, unknown>>,
  file?: ClientFile,
) => Promise<unknown>;

const patience = { milliseconds: 15_000, between: 100 };

async function settle(name: string, step: Step, call: Call, made: Made): Promise<void> {
  if (await waitUntil(() => step.isSettled?.(call, made) ?? true, patience)) return;
  throw refused(
    'not_settled',
    `The step "${name}" was done, and nothing came of it in ${patience.milliseconds / 1000} s.`,
    { fix: 'Look at `hp dev`: a provider may be at fault.' },
  );
}

function leftOut(name: string): CliError {
  return usage(
    'step_left_out',
    `--override ${name}.…: the step "${name}" is left out here, so nothing is sent by it.`,
    {
      fix: 'Leave that override out. The config of this store, or what was made, does not ask for the step.',
    },
  );
}

function idOf(output: unknown): string | null {
  if (typeof output !== 'object' || output === null) return null;
  if ('id' in output) return String(output.id);
  // Answers that hold what they are about beside something else: `{ cart, token }`, `{ order, payment }`.
  const inner = 'order' in output ? output.order : 'cart' in output ? output.cart : undefined;
  return inner === undefined ? null : idOf(inner);
}

/** Does the step of an event, and before it everything that it needs. */
export async function runRecipe(
  target: string,
  shop: Shop,
  overrides: readonly Override[],
  execute: Execute,
): Promise<DoneStep[]> {
  // The contract's tests hold handlers to what they answer.
  const call = execute as Call;
  const results: Record<string, unknown> = { shop };
  // Steps come after those whose results they read.
  const made = results as unknown as Made;
  const done: DoneStep[] = [];
  for (const name of stepsFor(target)) {
    const step = steps[name];
    if (!step) continue;
    const isOverridden = overrides.some((override) => override.step === name);
    if (step.isLeftOut?.(made)) {
      if (isOverridden) throw leftOut(name);
      continue;
    }
    // What is there already would not have the value that was asked for.
    const found = name === target || isOverridden ? undefined : await step.find?.(call);
    if (found === undefined) {
      const input = withOverrides(name, step.input(made), overrides);
      results[name] = await execute(step.operation, input, step.file);
      done.push({ step: name, operation: step.operation, id: idOf(results[name]) });
    } else results[name] = found;
    await settle(name, step, call, made);
  }
  return done;
}
