/**
 * What each candidate cost in each round, taken in turn so that a busy moment of the machine hits all alike: in
 * milliseconds, or in what a candidate that returns a number has measured itself.
 */
export async function interleave<N extends string>(
  candidates: Readonly<Record<N, () => unknown>>,
  rounds: number,
): Promise<Record<N, number[]>> {
  const entries = Object.entries(candidates) as [N, () => unknown][];
  const costs = new Map<N, number[]>(entries.map(([name]) => [name, []]));
  // The first round warms caches and compilers, and does not count.
  for (let round = 0; round <= rounds; round++) {
    // Turned round every other time: whoever comes second does not always do so.
    for (const [name, run] of round % 2 === 0 ? entries : entries.toReversed()) {
      const start = performance.now();
      const own = await run();
      if (round > 0) costs.get(name)?.push(typeof own === 'number' ? own : performance.now() - start);
    }
  }
  // The names are the candidates' own.
  return Object.fromEntries(costs) as Record<N, number[]>;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export interface Ratio {
  /** Of the rounds' ratios. */
  readonly median: number;
  /** Half of the rounds lie between these two. */
  readonly low: number;
  readonly high: number;
}

/** One list of costs by another, round by round. */
export function ratioOf(costs: readonly number[], by: readonly number[]): Ratio {
  const ratios = costs.map((cost, round) => cost / (by[round] ?? Number.NaN));
  return { median: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}
