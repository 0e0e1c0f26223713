import { balanceEndpoints } from './balance/endpoints.ts';
import { chargeEndpoints } from './charges/endpoints.ts';
import { checkoutEndpoints } from './checkout/endpoints.ts';
import { customerEndpoints } from './customers/endpoints.ts';
import { disputeEndpoints } from './disputes/endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { eventEndpoints } from './events/endpoints.ts';
import { paymentIntentEndpoints } from './payment-intents/endpoints.ts';
import { paymentMethodEndpoints } from './payment-methods/endpoints.ts';
import { earlyFraudWarningEndpoints } from './radar/endpoints.ts';
import { refundEndpoints } from './refunds/endpoints.ts';
import { setupIntentEndpoints } from './setup-intents/endpoints.ts';
import { tokenEndpoints } from './tokens/endpoints.ts';
import { webhookEndpointEndpoints } from './webhooks/endpoints.ts';

/** Everything that the simulator answers. */
export const endpoints: readonly Endpoint[] = [
  ...paymentIntentEndpoints,
  ...setupIntentEndpoints,
  ...checkoutEndpoints,
  ...paymentMethodEndpoints,
  ...tokenEndpoints,
  ...customerEndpoints,
  ...chargeEndpoints,
  ...refundEndpoints,
  ...disputeEndpoints,
  ...earlyFraudWarningEndpoints,
  ...balanceEndpoints,
  ...eventEndpoints,
  ...webhookEndpointEndpoints,
];
