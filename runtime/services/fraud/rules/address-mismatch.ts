import type { Rule } from './finding.ts';

/** Countries that are both known, and differ. */
export const addressMismatch: Rule<'address-mismatch'> = ({ between }, { countries }) => {
  const { billing, shipping, card } = countries;
  const [other, what] = between === 'billing-and-card' ? [card, 'the card is of'] : [shipping, 'it goes to'];
  if (billing === null || other === null || billing === other) return undefined;
  return `The bill goes to ${billing}, and ${what} ${other}.`;
};
