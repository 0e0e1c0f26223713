import type { Applied } from './outcome.ts';

const mostNamed = 10;

function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What became of a callback about several SKUs. */
export function outcomeOfItems(all: number, unknown: readonly string[], stale: readonly string[]): Applied {
  const applied = all - unknown.length - stale.length;
  if (unknown.length > 0) {
    const rest = applied > 0 ? ` The other ${applied} were applied.` : '';
    return { state: 'failed', reason: `No variant has the SKU ${named(unknown)}.${rest}` };
  }
  if (applied === 0)
    return { state: 'ignored', reason: `What was applied before is as new or newer: ${named(stale)}.` };
  if (stale.length === 0) return { state: 'applied' };
  return {
    state: 'applied',
    reason: `Left out, because what was applied before is as new or newer: ${named(stale)}.`,
  };
}
