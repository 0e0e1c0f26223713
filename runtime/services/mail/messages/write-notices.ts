import type { Static } from 'typebox';
import type { Subscription } from '../../../context/service.ts';
import type { WebhookEndpoint } from '../../../contract/webhooks/schemas.ts';
import { letterKit, webhookEndpointDisabled } from '../letters/index.ts';
import { queueMail } from './queue-mail.ts';

/** What the shop's people have to look at is told to the address that the configuration names, in the store's language. */
export const noticeSubscription: Subscription = {
  name: 'mail.write-notices',
  events: ['webhook_endpoint.disabled'],
  async handle(context, event) {
    const { config } = context;
    const to = config.mail?.notices;
    if (!to) return;
    const endpoint = event.data as Static<typeof WebhookEndpoint>; // as the contract says
    const letter = webhookEndpointDisabled(endpoint, letterKit(config, config.locales[0]?.code ?? 'en'));
    const kind = 'webhook_endpoint_disabled' as const;
    await queueMail(context, { cause: event.id, kind, orderId: null, to, letter });
  },
};
