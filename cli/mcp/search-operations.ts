import type { Operation } from '../../runtime/contract/operation.ts';

type Searched = Pick<Operation, 'id' | 'summary' | 'description' | 'http' | 'effect'>;

const most = 20;

/** A word in the id says more than one in the summary, and that more than one in the description. */
function scoreOf({ id, summary, description = '' }: Searched, words: readonly string[]): number {
  const places = [description, summary, id].map((text) => text.toLowerCase());
  const scores = words.map((word) => 1 + places.findLastIndex((text) => text.includes(word)));
  return scores.reduce((sum, score) => sum + score, 0);
}

/** `refunds` finds `refund`, too. */
const stem = (word: string) => word.replace(/s$/, '');

/** The operations that words fit best, the best first. */
export function searchOperations(operations: readonly Searched[], text: string) {
  const words = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(stem);
  const fitting = operations
    .map((operation) => ({ operation, score: scoreOf(operation, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.operation.id.localeCompare(b.operation.id));
  return {
    found: fitting.length,
    operations: fitting
      .slice(0, most)
      .map(({ operation: { id, summary, http, effect } }) => ({ id, summary, http, effect })),
  };
}
