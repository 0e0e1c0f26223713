import type { FraudRuleConfig, VelocityRuleConfig } from '../../config/store-config.ts';
import type { Context } from '../../context/context.ts';
import { UniqueViolation } from '../../store/errors.ts';
import { assessments, queues } from './collections.ts';
import { queueOf, type Traces } from './traces.ts';

/** Waits until nobody else counts purchases at this place; it is made by whoever comes there first. */
async function queueAt({ store }: Context, id: string): Promise<void> {
  if (await store.get(queues, id, { lock: true })) return;
  try {
    await store.insert(queues, { id });
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    await store.get(queues, id, { lock: true });
  }
}

function isVelocity(rule: FraudRuleConfig): rule is VelocityRuleConfig {
  return rule.kind === 'velocity';
}

/**
 * How many purchases each velocity rule counts, the one at hand included, up to its `count`. Purchases of one trace
 * queue until the transaction ends, in one order for all, so that of those at the same time each sees the others.
 */
export async function countAttempts(
  context: Context,
  traces: Traces,
): Promise<Record<string, number | null>> {
  const rules = context.config.fraud.rules.filter(isVelocity);
  const places = new Set(rules.flatMap(({ by }) => (traces[by] === null ? [] : [queueOf(traces[by])])));
  for (const id of [...places].sort()) await queueAt(context, id);
  const now = context.clock.now().getTime();
  const counted: Record<string, number | null> = {};
  for (const { name, by, count, withinSeconds } of rules) {
    const trace = traces[by];
    // Exclusive: a purchase exactly as old as the time is outside of it.
    const from = new Date(now - withinSeconds * 1000 + 1).toISOString();
    const query = { index: 'byTrace', where: { trace: trace ?? '' }, range: { from } };
    counted[name] = trace === null ? null : 1 + (await context.store.count(assessments, query, count - 1));
  }
  return counted;
}
