/** What the rules weigh: facts of one purchase, gathered by the handler. Null is what is not known. */
export interface FraudSignals {
  readonly amount: { readonly amount: number; readonly currency: string };
  readonly email: string | null;
  readonly countries: {
    readonly billing: string | null;
    readonly shipping: string | null;
    readonly card: string | null;
  };
  /** 0 to 100. */
  readonly providerScore: number | null;
  /** By name of the velocity rule: purchases in its time, this one included, counted to its `count`; null unknown. */
  readonly attempts: Readonly<Record<string, number | null>>;
}
