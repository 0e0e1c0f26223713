import { resource } from '../objects/resource.ts';
import type { Address } from '../parameters/common.ts';

export interface BillingDetails {
  readonly address: Address;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly tax_id: string | null;
}

export interface CardChecks {
  readonly address_line1_check: 'pass' | 'fail' | 'unavailable' | null;
  readonly address_postal_code_check: 'pass' | 'fail' | 'unavailable' | null;
  readonly cvc_check: 'pass' | 'fail' | 'unavailable' | null;
}

export interface Card {
  readonly brand: string;
  readonly checks: CardChecks;
  readonly country: string;
  readonly display_brand: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly fingerprint: string;
  readonly funding: string;
  readonly generated_from: null;
  readonly last4: string;
  readonly networks: { readonly available: readonly string[]; readonly preferred: null };
  readonly regulated_status: 'regulated' | 'unregulated';
  readonly three_d_secure_usage: { readonly supported: boolean };
  readonly wallet: {
    readonly type: 'apple_pay' | 'google_pay';
    readonly dynamic_last4: string | null;
  } | null;
}

export interface PaymentMethod {
  readonly id: string;
  readonly object: 'payment_method';
  readonly allow_redisplay: 'always' | 'limited' | 'unspecified';
  readonly billing_details: BillingDetails;
  readonly card: Card;
  readonly created: number;
  readonly customer: string | null;
  readonly customer_account: null;
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
  readonly type: 'card';
}

export interface HiddenMethod {
  /** Name of the test card that it behaves like. */
  readonly behaviour: string;
  /** Authenticated for later payments. */
  readonly isSetUp: boolean;
  /** Paid with once without a customer: it can not be used again. */
  readonly isConsumed: boolean;
}

export const paymentMethods = resource<PaymentMethod, HiddenMethod>({
  type: 'payment_method',
  noun: 'PaymentMethod',
  prefix: 'pm_1',
  listedBy: ['customer', 'type'],
  references: ['customer'],
});
