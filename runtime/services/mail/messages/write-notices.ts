import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import type { IntegrationReconciliationSummary } from '../../../contract/integrations/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { WebhookEndpoint } from '../../../contract/webhooks/schemas.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { type Letter, letterKit, stockReport, webhookEndpointDisabled } from '../letters/index.ts';
import type { StoredMail } from './collections.ts';
import { queueMail } from './queue-mail.ts';

interface Notice {
  readonly kind: StoredMail['kind'];
  readonly letter: Letter;
}

async function noticeOf(context: Context, { type, data }: SequencedEvent): Promise<Notice> {
  const { config } = context;
  const kit = letterKit(config, config.locales[0]?.code ?? 'en');
  if (type === 'webhook_endpoint.disabled') {
    const endpoint = data as Static<typeof WebhookEndpoint>; // as the contract says
    return { kind: 'webhook_endpoint_disabled', letter: webhookEndpointDisabled(endpoint, kit) };
  }
  const { id } = data as Static<typeof IntegrationReconciliationSummary>; // as the contract says
  const get = operationOf(context, 'integrations.reconciliations.get');
  const report = await context.call(get, { reconciliationId: id });
  return { kind: 'stock_report', letter: stockReport(report, kit) };
}

/** What the shop's people have to look at is told to the address that the configuration names, in the store's language. */
export const noticeSubscription: Subscription = {
  name: 'mail.write-notices',
  events: ['webhook_endpoint.disabled', 'integration.stock_differs', 'integration.reconciliation_failed'],
  async handle(context, event) {
    const to = context.config.mail?.notices;
    if (!to) return;
    const notice = await noticeOf(context, event);
    await queueMail(context, { cause: event.id, orderId: null, to, ...notice });
  },
};
