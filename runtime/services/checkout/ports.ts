import type { RateProvider } from './shipping/rate-provider.ts';
import type { TaxEngine } from './taxes/tax-engine.ts';

/** What the service asks of others: who knows the taxes, and carriers by the name that the config gives them. */
export interface CheckoutPorts {
  readonly taxEngine: TaxEngine;
  readonly rateProviders: Readonly<Record<string, RateProvider>>;
}
