import type { IntegrationConfig, IntegrationSendConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { ExpressionFailed, evaluate } from '../../../mapping/index.ts';
import { fitsPattern } from '../../../store/fits-pattern.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { sentFamilies } from './sent-families.ts';

/** Whom an event tells of, so that what is sent of it is found when they are to be forgotten. */
function customerOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('customerId' in data)) return null;
  return typeof data.customerId === 'string' ? data.customerId : null;
}

async function tell(
  context: Context,
  { key }: IntegrationConfig,
  { to: path, when, map }: IntegrationSendConfig,
  { type, time, subject, data }: SequencedEvent,
): Promise<void> {
  const event = { type, time, subject, data };
  try {
    if (when !== null && (await evaluate(when, event)) !== true) return;
    const mapped = await evaluate(map, event);
    if (mapped === undefined) return;
    const body = JSON.stringify(mapped);
    const customerId = customerOf(data);
    await context.emit('integration.message', subject, {
      ...{ integration: key, event: type, path, body, customerId },
    });
  } catch (error) {
    if (!(error instanceof ExpressionFailed)) throw error;
    const reason = error.message;
    context.log.warn(
      { integration: key, event: type, reason },
      'An event could not be mapped for a partner.',
    );
    await context.emit('integration.message_failed', subject, {
      integration: key,
      event: type,
      path,
      reason,
    });
  }
}

/** Makes of an event what each partner is told of it; it is sent as the deliveries of webhooks are. */
export const tellPartners: Subscription = {
  name: 'integrations.tell-partners',
  events: sentFamilies.map((family) => `${family}.*`),
  async handle(context, event) {
    for (const integration of context.config.integrations) {
      for (const rule of integration.send) {
        if (fitsPattern(rule.event, event.type)) await tell(context, integration, rule, event);
      }
    }
  },
};
