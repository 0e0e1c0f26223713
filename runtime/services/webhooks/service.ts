import type { Service } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { deliveryHandlers, listDeliveries } from './deliveries/delivery-handlers.ts';
import { fanOut } from './deliveries/fan-out.ts';
import { abandonDeliveries, forgetDeliveries, forgetOld } from './deliveries/forget.ts';
import { forgetPersonal } from './deliveries/forget-personal.ts';
import { webhookDeliveries } from './deliveries/stored-delivery.ts';
import { webhookMessages } from './deliveries/stored-message.ts';
import { endpointHandlers } from './endpoints/endpoint-handlers.ts';
import { showEndpoints } from './endpoints/load-endpoints.ts';
import { endpointHealth, webhookEndpoints } from './endpoints/stored-endpoint.ts';
import { createWebhookSender, type SenderOptions } from './sending/webhook-sender.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[webhookEndpoints, endpointHealth, webhookMessages, webhookDeliveries],
] as unknown as readonly Collection[];

/** As long as Standard Webhooks recommends. */
const defaults: SenderOptions = { timeoutMilliseconds: 15_000 };

/** Events on their way to URLs: endpoints, deliveries, and the sender. */
export function createWebhooksService(options: SenderOptions = defaults): Service {
  // Woken by what was fanned out, in whichever runtimes this service is part of.
  const wakes = new Set<(storeId: string) => void>();
  return {
    name: 'webhooks',
    collections,
    // Each handler is typed by its operation; the gateway hands over what the contract has validated.
    handlers: { ...endpointHandlers, ...deliveryHandlers } as Service['handlers'],
    batches: { 'webhooks.deliveries.list': listDeliveries },
    loaders: {
      async WebhookEndpoint(context, ids) {
        return showEndpoints(context, await context.store.getMany(webhookEndpoints, ids));
      },
    },
    subscriptions: [
      {
        name: 'webhooks.fan-out',
        events: ['*'],
        rousedBy: ['webhook_endpoint.created', 'store.configured'],
        handleTogether: fanOut,
        handled: (storeId) => {
          for (const wake of wakes) wake(storeId);
        },
      },
      forgetDeliveries,
      abandonDeliveries,
      forgetPersonal,
    ],
    schedules: { 'webhooks.forget-old': forgetOld },
    createWorker(host) {
      const sender = createWebhookSender(host, options);
      const wake = (storeId: string) => sender.wake(storeId);
      wakes.add(wake);
      const stop = async () => {
        wakes.delete(wake);
        await sender.stop();
      };
      return { ...sender, stop };
    },
  };
}
