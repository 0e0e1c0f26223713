import type { RateProvider } from './shipping/rate-provider.ts';
import type { TaxEngine } from './taxes/tax-engine.ts';

/** What the service asks of others: who knows the taxes, and what carriers take. */
export interface CheckoutPorts {
  readonly taxEngine: TaxEngine;
  readonly rateProvider: RateProvider;
}
