import { type Decline, declines } from '../cards/declines.ts';
import type { TestCard } from '../cards/test-cards.ts';
import type { Outcome } from './charge.ts';

export interface Verdict {
  readonly outcome: Outcome;
  /** Why the card is not charged; undefined where it is. */
  readonly decline: Decline | undefined;
}

const unsaid = { advice_code: null, network_advice_code: null, network_decline_code: null } as const;

const blocked = {
  ...unsaid,
  network_status: 'not_sent_to_network',
  risk_level: 'highest',
  type: 'blocked',
  seller_message: 'Stripe blocked this payment as too risky.',
} as const;

/** What the network and Radar say to a charge of a card. */
export function verdictOf(card: TestCard, decline = card.decline): Verdict {
  if (card.risk === 'blocked') {
    return { outcome: { ...blocked, reason: 'rule', risk_score: 90 }, decline: declines.fraudulent };
  }
  if (card.risk === 'highest') {
    const outcome = { ...blocked, reason: 'highest_risk_level', risk_score: 84 } as const;
    return { outcome, decline: declines.fraudulent };
  }
  if (decline) {
    return {
      outcome: {
        ...{ ...unsaid, advice_code: decline.advice_code, network_status: 'declined_by_network' },
        ...{ reason: decline.decline_code, risk_level: 'normal', risk_score: 24, type: 'issuer_declined' },
        seller_message: `The bank returned the decline code \`${decline.decline_code}\`.`,
      },
      decline,
    };
  }
  if (card.risk === 'elevated') {
    return {
      outcome: {
        ...{ ...unsaid, network_status: 'approved_by_network', reason: 'elevated_risk_level' },
        ...{ risk_level: 'elevated', risk_score: 70, type: 'manual_review' },
        seller_message:
          'Stripe evaluated this payment as having elevated risk, and placed it in your manual review queue.',
      },
      decline: undefined,
    };
  }
  return {
    outcome: {
      ...{ ...unsaid, network_status: 'approved_by_network', reason: null },
      ...{ risk_level: 'normal', risk_score: 24, type: 'authorized', seller_message: 'Payment complete.' },
    },
    decline: undefined,
  };
}
