import type { TestCard } from './test-cards.ts';

/** What the customer's bank wants before a payment. */
export type Authentication = 'none' | 'challenge' | 'frictionless' | 'refused' | 'off_session';

export interface Circumstances {
  readonly isOffSession: boolean;
  /** Whether the card was set up for later payments, by an authentication. */
  readonly isSetUp: boolean;
  /** `request_three_d_secure` is `any` or `challenge`. */
  readonly isRequested: boolean;
}

/** Decides whether a customer must authenticate. `off_session` is: they must, and nobody is there. */
export function authenticationOf(card: TestCard, given: Circumstances): Authentication {
  const { isOffSession, isSetUp, isRequested } = given;
  const wants = {
    always: true,
    unlessSetUp: !isSetUp || !isOffSession,
    onSession: !isOffSession,
    ifRequested: isRequested,
    frictionless: isRequested,
    notSupported: false,
  }[card.authentication ?? 'notSupported'];
  if (!wants) return 'none';
  if (card.authenticationFails) return card.authentication === 'ifRequested' ? 'none' : 'refused';
  if (card.authentication === 'frictionless') return 'frictionless';
  return isOffSession ? 'off_session' : 'challenge';
}
