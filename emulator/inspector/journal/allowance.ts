/**
 * How many entries of one sort may come: a number at once, and so many a second after. Writing down each of
 * thousands of reads a second would slow down the very thing that is looked at, and nobody could read them.
 */
export interface Allowance {
  readonly left: number;
  /** Milliseconds of a clock that only rises. */
  readonly at: number;
}

export interface AllowanceRate {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** The allowance after one more came, and whether that one may stay. */
export function take(
  { left, at }: Allowance,
  { atOnce, perSecond }: AllowanceRate,
  now: number,
): { readonly allowance: Allowance; readonly isAllowed: boolean } {
  const refilled = Math.min(atOnce, left + ((now - at) / 1000) * perSecond);
  const isAllowed = refilled >= 1;
  return { allowance: { left: isAllowed ? refilled - 1 : refilled, at: now }, isAllowed };
}
