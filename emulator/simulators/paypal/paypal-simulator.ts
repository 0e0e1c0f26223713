import type { Simulator } from '../simulator.ts';
import { registerApprovalPage } from './approval-page/register-approval-page.ts';
import { defined } from './defined.ts';
import type { Endpoint } from './http/endpoint.ts';
import { keptAnswers } from './http/kept-answers.ts';
import { registerEndpoints } from './http/register-endpoints.ts';
import { accessTokens } from './oauth/access-tokens.ts';
import { oauthEndpoints } from './oauth/endpoints.ts';
import { orderEndpoints } from './orders/endpoints.ts';
import { orders } from './orders/order.ts';
import { authorizationEndpoints } from './payments/authorization-endpoints.ts';
import { captureEndpoints } from './payments/capture-endpoints.ts';
import { authorizations, captures, refunds } from './payments/payment.ts';
import { eventEndpoints } from './webhooks/event-endpoints.ts';
import { declaredEvents } from './webhooks/events.ts';
import { certificates } from './webhooks/signer.ts';
import { startDeliveries } from './webhooks/start-deliveries.ts';
import { signatureEndpoints } from './webhooks/verify.ts';
import { deliveries, webhookEvents, webhooks } from './webhooks/webhook.ts';
import { webhookEndpoints } from './webhooks/webhook-endpoints.ts';

const endpoints: readonly Endpoint[] = [
  ...oauthEndpoints,
  ...orderEndpoints,
  ...authorizationEndpoints,
  ...captureEndpoints,
  ...webhookEndpoints,
  ...eventEndpoints,
  ...signatureEndpoints,
];

/** PayPal's sandbox on this machine: OAuth, Orders v2, Payments v2 and webhooks, with an approval page of its own. */
export const paypalSimulator: Simulator = {
  name: 'paypal',
  title: 'PayPal',
  collections: [
    ...[accessTokens, keptAnswers, orders, authorizations, captures, refunds],
    ...[webhooks, webhookEvents, deliveries, certificates],
  ],
  support: {
    endpoints: endpoints.map(({ http, parameters, limits }) => ({
      ...{ http, parameters },
      ...defined({ limits }),
    })),
    events: declaredEvents.map(({ type, when }) => ({ type, when })),
  },
  register(server, context) {
    const { wake, stop } = startDeliveries(context, (error) => {
      server.log.error({ error }, 'A webhook of the PayPal simulator could not be sent.');
    });
    registerEndpoints(server, endpoints, context, wake);
    registerApprovalPage(server, context, wake);
    return stop;
  },
};
