import type { FraudRuleConfig } from '../../../config/store-config.ts';
import type { FraudSignals } from '../signals.ts';

/** What a rule found, for staff; undefined where it has nothing to say. */
export type Finding = string | undefined;

export type Rule<Kind extends FraudRuleConfig['kind']> = (
  rule: Extract<FraudRuleConfig, { readonly kind: Kind }>,
  signals: FraudSignals,
) => Finding;
