import { resource } from '../objects/resource.ts';

export interface StripeEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: false;
  readonly pending_webhooks: number;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly type: string;
}

export const events = resource<StripeEvent>({
  type: 'event',
  noun: 'event',
  prefix: 'evt_1',
  listedBy: ['type'],
  references: [],
});
