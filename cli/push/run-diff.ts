import { describePlan, makePlan, type PlanDescription } from '../../runtime/push/index.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { mustBeOutsideExec } from '../project/exec-store.ts';
import { openBothStores, pushPlaces } from './both-stores.ts';
import { planLines } from './plan-lines.ts';

export interface Difference extends PlanDescription {
  readonly target: string;
  readonly url: string;
  readonly isSame: boolean;
}

/** What a push and a pull would each bring; changes nothing anywhere. */
export async function runDiff(to: string | undefined, context: CommandContext): Promise<Difference> {
  mustBeOutsideExec('hp diff', context.environment);
  const { target, here, there, base } = await openBothStores(to, context);
  const { plan } = await makePlan({ source: here, target: there, base });
  const isSame = [plan.steps, plan.conflicts, plan.remoteOnly].every((part) => part.length === 0);
  return { target: target.name, url: target.url, isSame, ...describePlan(plan, pushPlaces(target)) };
}

export function printDifference(difference: Difference, { paint, result }: Terminal): void {
  const { target, isSame } = difference;
  if (isSame) {
    result(`${paint.green('✔')} ${target} holds what is here`);
    return;
  }
  const headings = {
    steps: `Changed here; \`hp push\` brings it to ${target}`,
    others: `Changed on ${target}; \`hp pull\` brings it here`,
  };
  result(planLines(difference, headings, paint).join('\n').trimEnd());
}
