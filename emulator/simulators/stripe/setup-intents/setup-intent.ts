import { resource } from '../objects/resource.ts';
import type { MethodOptions, NextAction } from '../payment-intents/payment-intent.ts';
import type { ErrorBody } from '../stripe-error.ts';

export interface SetupIntent {
  readonly id: string;
  readonly object: 'setup_intent';
  readonly allowed_payment_method_types: null;
  readonly application: null;
  readonly automatic_payment_methods: {
    readonly enabled: boolean;
    readonly allow_redirects: 'always' | 'never';
  } | null;
  readonly cancellation_reason: string | null;
  readonly client_secret: string;
  readonly created: number;
  readonly customer: string | null;
  readonly customer_account: null;
  readonly description: string | null;
  readonly excluded_payment_method_types: null;
  readonly flow_directions: null;
  readonly last_setup_error: ErrorBody | null;
  readonly latest_attempt: null;
  readonly livemode: false;
  readonly mandate: null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly next_action: NextAction | null;
  readonly on_behalf_of: null;
  readonly payment_method: string | null;
  readonly payment_method_configuration_details: null;
  readonly payment_method_options: MethodOptions;
  readonly payment_method_types: readonly string[];
  readonly single_use_mandate: null;
  readonly status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'canceled'
    | 'succeeded';
  readonly usage: 'on_session' | 'off_session';
}

export const setupIntents = resource<SetupIntent>({
  type: 'setup_intent',
  noun: 'setupintent',
  prefix: 'seti_1',
  listedBy: ['customer', 'payment_method'],
  references: ['customer', 'payment_method'],
});
