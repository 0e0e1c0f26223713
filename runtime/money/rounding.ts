/** A quotient rounded half to even, exactly: in whole numbers of any size. `denominator` is above 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): number {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const quotient = size / denominator;
  const twice = (size % denominator) * 2n;
  const roundsUp = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const rounded = Number(roundsUp ? quotient + 1n : quotient);
  return isNegative && rounded !== 0 ? -rounded : rounded;
}

/** Percent as whole parts per million: 8.875 is 88,750. Four decimals are kept. */
export function partsPerMillion(percent: number): bigint {
  return BigInt(Math.round(percent * 10_000));
}

/** A percentage of an amount in minor units, rounded half to even. */
export function percentageOf(amount: number, percent: number): number {
  return divideHalfEven(BigInt(amount) * partsPerMillion(percent), 1_000_000n);
}
