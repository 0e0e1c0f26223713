import type { FieldError } from '../contract/problem.ts';
import { unknownName } from '../validation/index.ts';
import type { FraudInput, FraudRuleInput } from './fraud-input.ts';
import type { FraudConfig, FraudRuleConfig } from './store-config.ts';

const defaultThresholds = { review: 50, block: 80 };

/**
 * The rules of a store that declares none. Each alone is an everyday thing; two or three together are held for review,
 * and a card that is tried again and again is refused.
 */
const defaultRules: readonly FraudRuleInput[] = [
  { kind: 'velocity', by: 'ip', count: 6, withinMinutes: 60, points: 30 },
  { kind: 'velocity', by: 'email', count: 5, withinMinutes: 60, points: 30 },
  { kind: 'velocity', by: 'card', count: 4, withinMinutes: 60, points: 40 },
  { kind: 'address-mismatch', between: 'billing-and-shipping', points: 15 },
  { kind: 'address-mismatch', between: 'billing-and-card', points: 25 },
  { kind: 'disposable-mail', points: 25 },
  { kind: 'provider-score', name: 'provider-score-elevated', from: 65, points: 40 },
  { kind: 'provider-score', name: 'provider-score-highest', from: 85, points: 40 },
];

/** `velocity-ip`, `address-mismatch-billing-and-card`, `amount`. */
function nameOf(rule: FraudRuleInput): string {
  switch (rule.kind) {
    case 'velocity':
      return `velocity-${rule.by}`;
    case 'address-mismatch':
      return `${rule.kind}-${rule.between}`;
    case 'country':
      return `country-${rule.of}`;
    default:
      return rule.kind;
  }
}

function completeRule(rule: FraudRuleInput): FraudRuleConfig {
  const name = rule.name ?? nameOf(rule);
  if (rule.kind !== 'velocity') return { ...rule, name };
  const { withinMinutes, ...others } = rule;
  return { ...others, name, withinSeconds: withinMinutes * 60 };
}

/** Fraud rules with every setting filled in. */
export function completeFraud({ rules = defaultRules, thresholds }: FraudInput = {}): FraudConfig {
  return { rules: rules.map(completeRule), thresholds: { ...defaultThresholds, ...thresholds } };
}

/** The inverse of `completeFraud`. */
export function declareFraud({ rules, thresholds }: FraudConfig): FraudInput {
  return {
    rules: rules.map((rule) => {
      if (rule.kind !== 'velocity') return rule;
      const { withinSeconds, ...others } = rule;
      return { ...others, withinMinutes: withinSeconds / 60 };
    }),
    thresholds,
  };
}

/** Which settings go with which kind of rule, beside its name and points. */
const settings: Readonly<Record<FraudRuleInput['kind'], readonly string[]>> = {
  velocity: ['by', 'count', 'withinMinutes'],
  'address-mismatch': ['between'],
  amount: ['from'],
  'disposable-mail': [],
  country: ['of', 'countries'],
  'provider-score': ['from'],
};

function settingFaults(pointer: string, rule: FraudRuleInput): FieldError[] {
  const needed = settings[rule.kind];
  const given = Object.keys(rule).filter((name) => !['name', 'points', 'kind'].includes(name));
  const missing = needed.filter((name) => !given.includes(name));
  const stray = given.filter((name) => !needed.includes(name));
  return [
    ...missing.map((name) => ({ pointer, message: `a rule of kind ${rule.kind} needs "${name}".` })),
    ...stray.map((name) => ({
      pointer: `${pointer}/${name}`,
      message: `"${name}" does not go with the kind ${rule.kind}.`,
    })),
  ];
}

function fromFaults(pointer: string, rule: FraudRuleInput, currencies: readonly string[]): FieldError[] {
  if (rule.kind === 'provider-score' && typeof rule.from === 'object') {
    return [{ pointer: `${pointer}/from`, message: 'must be one number: a score from 0 to 100.' }];
  }
  if (rule.kind !== 'amount') return [];
  if (typeof rule.from === 'number') {
    return [{ pointer: `${pointer}/from`, message: 'must be amounts by currency: { EUR: 50000 }.' }];
  }
  return Object.keys(rule.from ?? {})
    .filter((currency) => !currencies.includes(currency))
    .map((currency) => ({
      pointer: `${pointer}/from/${currency}`,
      message: unknownName(currency, 'currency', currencies),
    }));
}

/** Faults of fraud rules that their shape alone can't show. */
export function fraudFaults(
  declared: FraudInput | undefined,
  { rules, thresholds }: FraudConfig,
  currencies: readonly string[],
): FieldError[] {
  const names = rules.map(({ name }) => name);
  const inRules = (declared?.rules ?? []).flatMap((rule, index) => {
    const pointer = `/fraud/rules/${index}`;
    const first = names.indexOf(names[index] ?? '');
    const repeated =
      first < index
        ? [{ pointer, message: `is called "${names[index]}" like rule ${first}; give one of them a "name".` }]
        : [];
    return [...repeated, ...settingFaults(pointer, rule), ...fromFaults(pointer, rule, currencies)];
  });
  if (thresholds.review <= thresholds.block) return inRules;
  const message = `must not be above "block" (${thresholds.block}).`;
  return [...inRules, { pointer: '/fraud/thresholds/review', message }];
}
