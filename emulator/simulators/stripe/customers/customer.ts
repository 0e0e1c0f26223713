import { resource } from '../objects/resource.ts';
import type { Address } from '../parameters/common.ts';

export interface Customer {
  readonly id: string;
  readonly object: 'customer';
  readonly address: Address | null;
  readonly balance: number;
  readonly created: number;
  readonly currency: null;
  readonly default_source: null;
  readonly delinquent: boolean;
  readonly description: string | null;
  readonly discount: null;
  readonly email: string | null;
  readonly invoice_prefix: string;
  readonly invoice_settings: {
    readonly custom_fields: null;
    readonly default_payment_method: string | null;
    readonly footer: null;
    readonly rendering_options: null;
  };
  readonly livemode: false;
  readonly metadata: Readonly<Record<string, string>>;
  readonly name: string | null;
  readonly next_invoice_sequence: number;
  readonly phone: string | null;
  readonly preferred_locales: readonly string[];
  readonly shipping: {
    readonly address: Address;
    readonly name: string;
    readonly phone: string | null;
  } | null;
  readonly tax_exempt: 'none' | 'exempt' | 'reverse';
  readonly test_clock: null;
}

export const customers = resource<Customer>({
  type: 'customer',
  noun: 'customer',
  prefix: 'cus_',
  idLength: 14,
  listedBy: ['email'],
  references: ['invoice_settings.default_payment_method'],
});
