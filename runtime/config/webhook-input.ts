import type { EnvironmentReference } from './define-config.ts';
import type { WebhookConditionConfig } from './store-config.ts';

export interface WebhookConditionInput {
  /** Place in the event's data: `grandTotal.amount`; `lines.*.sku` is that of any line. */
  readonly path: string;
  readonly operator: WebhookConditionConfig['operator'];
  /** Any of these will do; none for `exists` and `missing`. */
  readonly values?: readonly (string | number | boolean)[];
}

export interface WebhookInput {
  /** What it is told apart by: another key is another endpoint. */
  readonly key: string;
  readonly url: string;
  /** Event types (`order.placed`), families of them (`order.*`), or `*`. */
  readonly events: readonly string[];
  /** The variable that holds `whsec_…`; while secrets are changed, the new and the old, separated by a comma. */
  readonly secret: EnvironmentReference;
  readonly description?: string;
  /** All must hold of an event's data for it to be sent. */
  readonly conditions?: readonly WebhookConditionInput[];
  /**
   * The data of the event, or the id of its subject alone.
   * @default 'full'
   */
  readonly payload?: 'full' | 'thin';
  /** @default 'standard' */
  readonly format?: 'standard' | 'cloudevents';
  /** @default 'v1' */
  readonly apiVersion?: 'v1';
  /**
   * Whether events of one subject wait for one another.
   * @default 'none'
   */
  readonly ordering?: 'none' | 'per_subject';
  /** Most requests a second. */
  readonly rateLimit?: number;
  /**
   * Days of nothing but failures after which it is disabled; null for never.
   * @default 5
   */
  readonly disableAfterDays?: number | null;
}
