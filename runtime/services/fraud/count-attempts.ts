import type { FraudRuleConfig, VelocityRuleConfig } from '../../config/store-config.ts';
import type { Context } from '../../context/context.ts';
import { UniqueViolation } from '../../store/errors.ts';
import type { Collection, NewDocument, StoredDocument } from '../../store/port.ts';
import { assessments, digestKeys, queues } from './collections.ts';
import { digestKeyId, queueOf, type Traces } from './traces.ts';

/** A document that is made by whoever needs it first. */
async function getOrInsert<Doc extends StoredDocument>(
  { store }: Context,
  from: Collection<Doc>,
  document: NewDocument<Doc>,
  lock: boolean,
): Promise<Doc> {
  const found = await store.get(from, document.id, { lock });
  if (found) return found;
  try {
    return await store.insert(from, document);
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const made = await store.get(from, document.id, { lock });
    if (!made) throw error;
    return made;
  }
}

/** The secret of a store's digests; made with the first purchase. */
export async function digestSecret(context: Context): Promise<string> {
  const fresh = { id: digestKeyId, secret: context.newSecret() };
  return (await getOrInsert(context, digestKeys, fresh, false)).secret;
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
  for (const id of [...places].sort()) await getOrInsert(context, queues, { id }, true);
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
