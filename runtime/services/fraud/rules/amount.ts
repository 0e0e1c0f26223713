import type { Rule } from './finding.ts';

/** An amount of at least what is set for its currency; a currency that is not set never applies. */
export const amount: Rule<'amount'> = ({ from }, { amount: { amount: total, currency } }) => {
  const least = from[currency];
  if (least === undefined || total < least) return undefined;
  return `The amount, ${total} ${currency} in minor units, is ${least} or more.`;
};
