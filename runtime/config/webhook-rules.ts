import type { FieldError } from '../contract/problem.ts';
import type { WebhookConfig } from './store-config.ts';
import type { WebhookInput } from './webhook-input.ts';

const defaultDays = 5;

/** Endpoints with every default filled in. */
export function completeWebhooks(input: readonly WebhookInput[] = []): WebhookConfig[] {
  return input.map((webhook) => ({
    ...{ key: webhook.key, url: webhook.url, events: [...webhook.events] },
    secret: { env: webhook.secret.env },
    description: webhook.description ?? null,
    conditions: (webhook.conditions ?? []).map(({ path, operator, values = [] }) => ({
      ...{ path, operator },
      values: values.map(String),
    })),
    payload: webhook.payload ?? 'full',
    format: webhook.format ?? 'standard',
    apiVersion: webhook.apiVersion ?? 'v1',
    ordering: webhook.ordering ?? 'none',
    rateLimit: webhook.rateLimit ?? null,
    disableAfterDays: webhook.disableAfterDays === undefined ? defaultDays : webhook.disableAfterDays,
  }));
}

/** The inverse of `completeWebhooks`. */
export function declareWebhooks(webhooks: readonly WebhookConfig[]): WebhookInput[] {
  return webhooks.map(({ description, rateLimit, conditions, ...webhook }) => ({
    ...webhook,
    ...(description === null ? {} : { description }),
    ...(rateLimit === null ? {} : { rateLimit }),
    ...(conditions.length > 0 ? { conditions } : {}),
  }));
}

/** What the schema can't say. */
export function webhookFaults(webhooks: readonly WebhookConfig[]): FieldError[] {
  const keys = webhooks.map(({ key }) => key);
  return webhooks.flatMap(({ key, conditions }, index) => {
    const faults: FieldError[] = [];
    if (keys.indexOf(key) < index) {
      faults.push({ pointer: `/webhooks/${index}/key`, message: `"${key}" is the key of two webhooks.` });
    }
    conditions.forEach(({ operator, values }, position) => {
      const takesNone = operator === 'exists' || operator === 'missing';
      if (takesNone === (values.length === 0)) return;
      const message = takesNone
        ? `must be left out: "${operator}" compares with nothing.`
        : `must have a value for "${operator}".`;
      faults.push({ pointer: `/webhooks/${index}/conditions/${position}/values`, message });
    });
    return faults;
  });
}
