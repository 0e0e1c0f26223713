import { chargeEndpoints } from './charges/endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { paymentIntentEndpoints } from './payment-intents/endpoints.ts';

/** Everything that the simulator answers. */
export const endpoints: readonly Endpoint[] = [...paymentIntentEndpoints, ...chargeEndpoints];
