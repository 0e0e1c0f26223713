import type { FraudConfig, FraudRuleConfig } from '../../config/store-config.ts';
import { addressMismatch } from './rules/address-mismatch.ts';
import { amount } from './rules/amount.ts';
import { country } from './rules/country.ts';
import { disposableMail } from './rules/disposable-mail.ts';
import type { Finding } from './rules/finding.ts';
import { providerScore } from './rules/provider-score.ts';
import { velocity } from './rules/velocity.ts';
import type { FraudSignals } from './signals.ts';

export interface Assessment {
  /** 0 to 100. */
  readonly score: number;
  readonly decision: 'allow' | 'review' | 'block';
  readonly reasons: { readonly rule: string; readonly points: number; readonly message: string }[];
}

function findingOf(rule: FraudRuleConfig, signals: FraudSignals): Finding {
  switch (rule.kind) {
    case 'velocity':
      return velocity(rule, signals);
    case 'address-mismatch':
      return addressMismatch(rule, signals);
    case 'amount':
      return amount(rule, signals);
    case 'disposable-mail':
      return disposableMail(rule, signals);
    case 'country':
      return country(rule, signals);
    case 'provider-score':
      return providerScore(rule, signals);
  }
}

function decisionOf(score: number, { review, block }: FraudConfig['thresholds']): Assessment['decision'] {
  if (score >= block) return 'block';
  return score >= review ? 'review' : 'allow';
}

/** Adds up the points of every rule that applies, 100 at most, and decides by the thresholds. */
export function assess({ rules, thresholds }: FraudConfig, signals: FraudSignals): Assessment {
  const reasons = rules.flatMap((rule) => {
    const message = findingOf(rule, signals);
    return message === undefined ? [] : [{ rule: rule.name, points: rule.points, message }];
  });
  const score = Math.min(
    100,
    reasons.reduce((sum, { points }) => sum + points, 0),
  );
  return { score, decision: decisionOf(score, thresholds), reasons };
}
