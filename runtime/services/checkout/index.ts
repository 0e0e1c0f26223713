export { createCheckoutService } from './service.ts';
export type { RateProvider } from './shipping/rate-provider.ts';
export type { TaxEngine } from './taxes/tax-engine.ts';
