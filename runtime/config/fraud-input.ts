/** `fraud` in `headlesspro.config.ts`. */
export interface FraudInput {
  /** In the place of the rules that apply otherwise; `[]` for none. docs/how-to/screen-orders-for-fraud.md lists those. */
  readonly rules?: readonly FraudRuleInput[];
  /** Scores from which on a purchase is held for review, or refused. */
  readonly thresholds?: {
    /** @default 50 */
    readonly review?: number;
    /** @default 80 */
    readonly block?: number;
  };
}

interface FraudRuleBasics {
  /** Stands in the reasons; made from the rule unless given. Unique. */
  readonly name?: string;
  /** Added to the score, 1 to 100. */
  readonly points: number;
}

export type FraudRuleInput = FraudRuleBasics &
  (
    | {
        /** The `count`th purchase, and each after it, of one IP address, e-mail address or card in a time. */
        readonly kind: 'velocity';
        readonly by: 'ip' | 'email' | 'card';
        readonly count: number;
        readonly withinMinutes: number;
      }
    | {
        /** The billing country is not that of the delivery, or of the card. */
        readonly kind: 'address-mismatch';
        readonly between: 'billing-and-shipping' | 'billing-and-card';
      }
    | {
        /** By currency: amounts in minor units, from which on it applies. */
        readonly kind: 'amount';
        readonly from: Readonly<Record<string, number>>;
      }
    | {
        /** E-mail addresses of services that forget them after minutes. */
        readonly kind: 'disposable-mail';
      }
    | {
        /** ISO 3166-1 alpha-2. */
        readonly kind: 'country';
        readonly of: 'billing' | 'shipping' | 'card';
        readonly countries: readonly string[];
      }
    | {
        /** The payment provider's own score, 0 to 100. */
        readonly kind: 'provider-score';
        readonly from: number;
      }
  );
