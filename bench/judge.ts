import type { Ratio } from './interleave.ts';

type Limit = { readonly atMost: number } | { readonly atLeast: number };

/** Prints a ratio beside its limit; the process ends with 1 where the median is beyond it. */
export function judge(what: string, { median, low, high }: Ratio, limit: Limit): void {
  const isWithin = 'atMost' in limit ? median <= limit.atMost : median >= limit.atLeast;
  const bound = 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`;
  const spread = `half of the rounds ${low.toFixed(2)} to ${high.toFixed(2)}`;
  console.log(`${isWithin ? 'ok  ' : 'FAIL'} ${what}: ${median.toFixed(2)} (${bound}; ${spread})`);
  if (!isWithin) process.exitCode = 1;
}
