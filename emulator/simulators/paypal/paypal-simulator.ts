import type { Simulator } from '../simulator.ts';
import { paypalCollections } from './collections.ts';
import { defined } from './defined.ts';
import { disputeEndpoints } from './disputes/endpoints.ts';
import type { Endpoint } from './http/endpoint.ts';
import { newDebugId } from './http/ids.ts';
import { PayPalError } from './http/paypal-error.ts';
import { registerEndpoints } from './http/register-endpoints.ts';
import { oauthEndpoints } from './oauth/endpoints.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { registerApprovalPage } from './pages/approval/register-approval-page.ts';
import { registerPaymentsPage } from './pages/payments/register-payments-page.ts';
import { authorizationEndpoints } from './payments/authorization-endpoints.ts';
import { captureEndpoints } from './payments/capture-endpoints.ts';
import { eventEndpoints } from './webhooks/event-endpoints.ts';
import { declaredEvents } from './webhooks/events.ts';
import { startDeliveries } from './webhooks/start-deliveries.ts';
import { signatureEndpoints } from './webhooks/verify.ts';
import { webhookEndpoints } from './webhooks/webhook-endpoints.ts';

const endpoints: readonly Endpoint[] = [
  ...oauthEndpoints,
  ...orderEndpoints,
  ...authorizationEndpoints,
  ...captureEndpoints,
  ...disputeEndpoints,
  ...webhookEndpoints,
  ...eventEndpoints,
  ...signatureEndpoints,
];

/** PayPal's sandbox on this machine: OAuth, Orders v2, Payments v2 and webhooks, with an approval page of its own. */
export const paypalSimulator: Simulator = {
  name: 'paypal',
  title: 'PayPal',
  collections: paypalCollections,
  support: {
    endpoints: endpoints.map(({ http, summary, parameters, limits }) => ({
      ...{ http, summary, parameters },
      ...defined({ limits }),
    })),
    events: declaredEvents.map(({ type, when }) => ({ type, when })),
  },
  notes: [
    'Any client id and secret is let in, as the one merchant; all clients share their webhooks.',
    'An unknown parameter is reported, and has no effect.',
    'A fee is 3.49 % and 0.49, whatever the currency. Authorizing again voids the authorization that it replaces.',
    'Errors on demand: the header `PayPal-Mock-Response`, and card holders named `CCREJECT-…`. Triggers in amounts and paths (`ERR…`) are not simulated.',
    'Orders do not expire; the vault, 3-D Secure, payment sources other than PayPal and cards, platform fees and trackers are not simulated.',
    'A buyer disputes a payment where the approval page is told so, for that nothing came; a dispute waits until it is accepted or adjudicated. Evidence, messages, offers, appeals and fees for disputes are not simulated.',
  ],
  register(server, sessionOf) {
    registerEndpoints(server, endpoints, sessionOf);
    registerApprovalPage(server, sessionOf);
    registerPaymentsPage(server, sessionOf);
  },
  troubleBody: (status) => new PayPalError(status, []).body(newDebugId()),
  startWork: startDeliveries,
};
