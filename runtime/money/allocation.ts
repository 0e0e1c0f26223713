/**
 * Splits an amount over weights by largest remainder, so that the parts add up to it exactly: 100 over 1, 1, 1 is
 * 34, 33, 33. Equal remainders go to the first. Where the amount is no more than the weights together, no part is
 * more than its weight. Weights are whole and not negative; without any weight the parts are as equal as can be.
 */
export function allocateByLargestRemainder(amount: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const given = weights.map(BigInt);
  const sum = given.reduce((total, weight) => total + weight, 0n);
  const shares = sum === 0n ? given.map(() => 1n) : given;
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const parts = shares.map((share, index) => {
    const product = BigInt(amount) * share;
    return { index, quotient: product / whole, remainder: product % whole };
  });
  const missing = BigInt(amount) - parts.reduce((total, { quotient }) => total + quotient, 0n);
  const byRemainder = [...parts].sort((left, right) =>
    left.remainder === right.remainder ? left.index - right.index : left.remainder > right.remainder ? -1 : 1,
  );
  const raised = new Set(byRemainder.slice(0, Number(missing)).map(({ index }) => index));
  return parts.map(({ index, quotient }) => Number(raised.has(index) ? quotient + 1n : quotient));
}
