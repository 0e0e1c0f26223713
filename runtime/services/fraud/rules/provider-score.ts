import type { Rule } from './finding.ts';

/** The provider's own score from a bound on. */
export const providerScore: Rule<'provider-score'> = ({ from }, { providerScore: score }) =>
  score !== null && score >= from ? `The payment provider scores it ${score} of 100.` : undefined;
