import { resource } from '../objects/resource.ts';

export interface WebhookEndpoint {
  readonly id: string;
  readonly object: 'webhook_endpoint';
  readonly api_version: string | null;
  readonly application: null;
  readonly created: number;
  readonly description: string | null;
  readonly enabled_events: readonly string[];
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: 'enabled' | 'disabled';
  readonly url: string;
}

export const webhookEndpoints = resource<WebhookEndpoint, { readonly secret: string }>({
  type: 'webhook_endpoint',
  noun: 'webhook endpoint',
  prefix: 'we_1',
  listedBy: ['status'],
  references: [],
});
