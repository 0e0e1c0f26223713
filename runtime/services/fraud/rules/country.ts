import type { Rule } from './finding.ts';

const subjects = { billing: 'The bill goes to', shipping: 'It goes to', card: 'The card is of' } as const;

/** A country of the list. */
export const country: Rule<'country'> = ({ of, countries }, signals) => {
  const found = signals.countries[of];
  return found !== null && countries.includes(found) ? `${subjects[of]} ${found}.` : undefined;
};
