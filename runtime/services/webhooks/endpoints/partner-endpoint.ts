import type { IntegrationConfig, WebhookConfig } from '../../../config/store-config.ts';

/** Before the key of an integration: its endpoint has no key that a webhook could have. */
const prefix = 'integration:';

/** Whether an endpoint is a partner that the configuration declares as an integration. */
export function isPartner({ key }: { readonly key: string | null }): boolean {
  return key?.startsWith(prefix) ?? false;
}

/**
 * An integration as an endpoint: what its mapping made of events is sent to it like any event, in order, with the same
 * retries. Where it is really sent is known by its connection: a simulator has no URL of its own in the configuration.
 */
export function partnerEndpoint({ key, kind, url, secrets }: IntegrationConfig): WebhookConfig {
  return {
    ...{
      key: `${prefix}${key}`,
      url: url ?? `http://${kind}.simulator.invalid`,
      events: ['integration.message'],
    },
    ...{ secret: { env: secrets.secret }, description: `The integration "${key}".` },
    conditions: [{ path: 'integration', operator: 'equals', values: [key] }],
    ...({ payload: 'full', format: 'standard', apiVersion: 'v1', ordering: 'per_subject' } as const),
    ...{ rateLimit: null, disableAfterDays: null },
  };
}
