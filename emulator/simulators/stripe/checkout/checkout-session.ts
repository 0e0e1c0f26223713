import type { Customer } from '../customers/customer.ts';
import { resource } from '../objects/resource.ts';
import type { Address } from '../parameters/common.ts';

export interface LineItem {
  readonly id: string;
  readonly object: 'item';
  readonly amount_discount: number;
  readonly amount_subtotal: number;
  readonly amount_tax: number;
  readonly amount_total: number;
  readonly currency: string;
  readonly description: string;
  readonly price: object;
  readonly quantity: number;
}

export interface CustomerDetails {
  readonly address: Address | null;
  readonly business_name: null;
  readonly email: string | null;
  readonly individual_name: null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly tax_exempt: 'none';
  readonly tax_ids: readonly [];
}

export interface CheckoutSession {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly adaptive_pricing: null;
  readonly after_expiration: null;
  readonly allow_promotion_codes: null;
  readonly allowed_payment_method_types: null;
  readonly amount_subtotal: number | null;
  readonly amount_total: number | null;
  readonly automatic_tax: {
    readonly enabled: false;
    readonly liability: null;
    readonly provider: null;
    readonly status: null;
  };
  readonly billing_address_collection: 'auto' | 'required' | null;
  readonly cancel_url: string | null;
  readonly client_reference_id: string | null;
  readonly client_secret: null;
  readonly collected_information: { readonly shipping_details: Customer['shipping'] } | null;
  readonly consent: null;
  readonly consent_collection: null;
  readonly created: number;
  readonly currency: string | null;
  readonly currency_conversion: null;
  readonly custom_fields: readonly [];
  readonly custom_text: object;
  readonly customer: string | null;
  readonly customer_account: null;
  readonly customer_creation: 'always' | 'if_required' | null;
  readonly customer_details: CustomerDetails | null;
  readonly customer_email: string | null;
  readonly discounts: readonly [];
  readonly expires_at: number;
  readonly integration_identifier: null;
  readonly invoice: null;
  readonly invoice_creation: null;
  readonly livemode: false;
  readonly managed_payments: null;
  readonly locale: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly mode: 'payment' | 'setup';
  readonly origin_context: null;
  readonly payment_intent: string | null;
  readonly payment_link: null;
  readonly payment_method_collection: 'if_required';
  readonly payment_method_configuration_details: null;
  readonly payment_method_options: object;
  readonly payment_method_types: readonly string[];
  readonly payment_status: 'paid' | 'unpaid' | 'no_payment_required';
  readonly permissions: null;
  readonly phone_number_collection: { readonly enabled: boolean };
  readonly recovered_from: null;
  readonly saved_payment_method_options: null;
  readonly setup_intent: string | null;
  readonly shipping_address_collection: { readonly allowed_countries: readonly string[] } | null;
  readonly shipping_cost: null;
  readonly shipping_options: readonly [];
  readonly status: 'open' | 'complete' | 'expired';
  readonly submit_type: null;
  readonly subscription: null;
  readonly success_url: string;
  readonly total_details: {
    readonly amount_discount: 0;
    readonly amount_shipping: 0;
    readonly amount_tax: 0;
  } | null;
  readonly ui_mode: 'hosted_page' | 'hosted';
  readonly url: string | null;
  readonly wallet_options: null;
}

export interface HiddenSession {
  /** The intent that the page pays or sets up; the session shows it once it is completed. */
  readonly intentId: string | null;
  readonly lineItems: readonly LineItem[];
  /** What the caller wants the intent to be like. */
  readonly intent: {
    readonly capture_method?: 'automatic' | 'automatic_async' | 'manual' | undefined;
    readonly description?: string | undefined;
    readonly metadata?: Readonly<Record<string, string>> | undefined;
    readonly receipt_email?: string | undefined;
    readonly setup_future_usage?: 'on_session' | 'off_session' | undefined;
    readonly statement_descriptor?: string | undefined;
    readonly transfer_group?: string | undefined;
  };
}

export const checkoutSessions = resource<CheckoutSession, HiddenSession>({
  type: 'checkout.session',
  noun: 'checkout.session',
  prefix: 'cs_test_a1',
  idLength: 56,
  listedBy: ['customer', 'payment_intent', 'status'],
  references: ['customer', 'payment_intent', 'setup_intent'],
});
