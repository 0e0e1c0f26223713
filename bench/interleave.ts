/**
 * Milliseconds of each, the median of `rounds` runs, taken in turn so that a busy moment hits all alike. One that
 * returns a number has measured itself.
 */
export async function interleave<N extends string>(
  candidates: Readonly<Record<N, () => unknown>>,
  rounds: number,
): Promise<Record<N, number>> {
  const entries = Object.entries(candidates) as [N, () => unknown][];
  const times = new Map<N, number[]>(entries.map(([name]) => [name, []]));
  // The first round warms the disk's cache, and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of entries) {
      const start = performance.now();
      const own = await run();
      if (round > 0) times.get(name)?.push(typeof own === 'number' ? own : performance.now() - start);
    }
  }
  const medians = [...times].map(([name, values]) => [name, median(values)]);
  // The names are the candidates' own.
  return Object.fromEntries(medians) as Record<N, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
