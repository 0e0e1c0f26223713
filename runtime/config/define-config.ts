import type { AskedServiceInput, TaxEngineInput } from './asked-service-input.ts';
import type { CompanyInput, MailInput, StorefrontInput } from './company-input.ts';
import type { FraudInput } from './fraud-input.ts';
import type { IntegrationInput } from './integration-input.ts';
import type { SdkInput } from './sdk-input.ts';
import type { WebhookInput } from './webhook-input.ts';

/** What a store declares in `headlesspro.config.ts`. Everything but the name has a default. */
export interface Config {
  /** Shown in the dashboard and to `hp push`. */
  readonly name: string;
  /**
   * BCP 47 tags; the first is the default.
   * @default ['en']
   */
  readonly locales?: readonly (string | LocaleInput)[];
  /**
   * ISO 4217 codes; the first is the default.
   * @default ['USD']
   */
  readonly currencies?: readonly string[];
  /**
   * Sales channels by key; the first is the default.
   * @default { web: { name: 'Web' } }
   */
  readonly channels?: Readonly<Record<string, ChannelInput>>;
  /** Keys of customer groups that price lists can name. */
  readonly customerGroups?: readonly string[];
  readonly prices?: {
    /**
     * Whether amounts include tax where a price doesn't say.
     * @default true
     */
    readonly includeTax?: boolean;
  };
  readonly inventory?: {
    /**
     * Minutes after which stock that was reserved, and not committed to an order, is released.
     * @default 15
     */
    readonly reservationMinutes?: number;
  };
  readonly carts?: {
    /**
     * Hours without a change after which a cart counts as abandoned.
     * @default 24
     */
    readonly abandonedAfterHours?: number;
  };
  /** Tax classes and where which rates apply. Nothing is taxed unless a zone is declared. */
  readonly taxes?: TaxesInput;
  /** Where is delivered to, how, and for how much. Nothing is delivered unless a zone is declared. */
  readonly shipping?: ShippingInput;
  /** How shoppers can pay: providers that are left out are not offered. */
  readonly payments?: PaymentsInput;
  /** What makes a purchase look like fraud, and from when on it is held back. There are rules without this. */
  readonly fraud?: FraudInput;
  /**
   * IANA time zone of the store: whose day a sale counts in, and how dates stand in mails and invoices.
   * @default 'UTC'
   */
  readonly timeZone?: string;
  /** Who sells, as it stands on invoices and under mails. */
  readonly company?: CompanyInput;
  /** Where customers shop: mails link to it. `hp dev` takes the storefront that it runs, unless this is given. */
  readonly storefront?: StorefrontInput;
  /** Who customers are written to from, and by which server. Hosted, mails wait until it is given. */
  readonly mail?: MailInput;
  /** Warehouses and ERPs by key: what they are told, and how what they send is applied. */
  readonly integrations?: Readonly<Record<string, IntegrationInput>>;
  /** URLs that events are sent to. Others can be added by the API; these are changed here alone. */
  readonly webhooks?: readonly WebhookInput[];
  /**
   * Product types by key, with their attributes.
   * @default { default: { name: 'Product' } }
   */
  readonly productTypes?: Readonly<Record<string, ProductTypeInput>>;
  /**
   * What a fresh local store is filled with: `fashion`, `electronics`, `empty`, or the path of a file that
   * `hp export` wrote. Local only; never pushed.
   * @default 'empty'
   */
  readonly seed?: string;
  /** Hosted runtimes that `hp push --to <name>` knows. Local only; never pushed. */
  readonly targets?: Readonly<Record<string, TargetInput>>;
  /** How `hp dev --tunnel` opens a public address. Local only; never pushed. */
  readonly tunnel?: TunnelInput;
  /**
   * Which SDKs are written, and where. Local only; never pushed.
   * @default { typescript: {} }
   */
  readonly sdk?: SdkInput;
}

interface PlacesInput {
  /** ISO 3166-1 alpha-2; `*` is everywhere that no other zone names. */
  readonly countries?: readonly string[];
  /** ISO 3166-2, such as `US-CA`: a region goes before its country. */
  readonly regions?: readonly string[];
}

export interface TaxesInput {
  /**
   * Tax classes that variants can carry; the first is that of variants that name none.
   * @default ['standard']
   */
  readonly classes?: readonly string[];
  readonly zones?: Readonly<Record<string, TaxZoneInput>>;
  /** A service that says the tax of each line, in the place of the zones. */
  readonly engine?: TaxEngineInput;
}

export interface ShippingInput {
  readonly zones?: Readonly<Record<string, ShippingZoneInput>>;
  /** Services that say what sending a parcel costs, by the key that methods of kind `carrier` name. */
  readonly carriers?: Readonly<Record<string, AskedServiceInput>>;
}

export interface TaxZoneInput extends PlacesInput {
  /**
   * As it stands on an invoice.
   * @default 'Tax'
   */
  readonly name?: string;
  /** Percent by tax class: `{ standard: 19, reduced: 7 }`. A class left out is not taxed. */
  readonly rates: Readonly<Record<string, number>>;
  /**
   * Tax class of shipping; null where shipping is not taxed.
   * @default the first tax class
   */
  readonly shipping?: string | null;
}

export interface ShippingZoneInput extends PlacesInput {
  readonly name?: string;
  /** By key; a key is unique in the store. */
  readonly methods: Readonly<Record<string, ShippingMethodInput>>;
}

interface ShippingTierInput {
  readonly from: number;
  readonly amount: number;
}

export interface ShippingMethodInput {
  readonly name?: string;
  /** @default 'flat' */
  readonly kind?: 'flat' | 'weight' | 'price' | 'pickup' | 'carrier';
  /**
   * By currency, in minor units: one amount, or tiers. `from` is in grams for `weight`, and in minor units of goods
   * after discounts for `price`; the tier with the highest `from` that is reached gives the amount.
   */
  readonly rates?: Readonly<Record<string, number | readonly ShippingTierInput[]>>;
  /** By currency: from this amount of goods on, in minor units, it costs nothing. */
  readonly freeFrom?: Readonly<Record<string, number>>;
  /** Working days from the order to the door. */
  readonly deliveryDays?: { readonly from: number; readonly to: number };
  /** For `pickup`: id of the location where it waits. */
  readonly location?: string;
  /** For `carrier`: key of the carrier that is asked. `rates` are what it costs where that doesn't answer. */
  readonly provider?: string;
}

interface PaymentPlacesInput {
  /** Keys of the channels that offer it; all unless given. */
  readonly channels?: readonly string[];
  /** Currencies that it takes; all of the store's unless given. */
  readonly currencies?: readonly string[];
}

export interface PaymentProviderInput extends PaymentPlacesInput {
  /**
   * Base URL of its API. Unless given, `hp dev` takes the simulator, and the hosted runtime the provider's own.
   */
  readonly url?: string;
  /**
   * `automatic` takes the money when the order is made; `manual` when you capture the payment.
   * @default 'automatic'
   */
  readonly capture?: 'automatic' | 'manual';
}

export interface ManualPaymentsInput extends PaymentPlacesInput {
  /** By key: `{ 'bank-transfer': { name: 'Bank transfer', instructions: 'IBAN …' } }`. */
  readonly methods: Readonly<
    Record<
      string,
      {
        readonly name?: string;
        /** Told to the shopper with the order. */
        readonly instructions?: string;
      }
    >
  >;
}

export interface PaymentsInput {
  readonly stripe?: PaymentProviderInput & {
    /** @default env('STRIPE_SECRET_KEY') */
    readonly secretKey?: EnvironmentReference;
    /** @default env('STRIPE_WEBHOOK_SECRET') */
    readonly webhookSecret?: EnvironmentReference;
  };
  readonly paypal?: PaymentProviderInput & {
    /** @default env('PAYPAL_CLIENT_ID') */
    readonly clientId?: EnvironmentReference;
    /** @default env('PAYPAL_CLIENT_SECRET') */
    readonly clientSecret?: EnvironmentReference;
    /** @default env('PAYPAL_WEBHOOK_ID') */
    readonly webhookId?: EnvironmentReference;
  };
  /** Money that comes by itself, and whose arrival a person records. */
  readonly manual?: ManualPaymentsInput;
}

/** A secret, by the name of the environment variable that holds it. */
export interface EnvironmentReference {
  readonly env: string;
}

export interface TunnelInput {
  readonly ngrok?: {
    /** @default env('NGROK_AUTHTOKEN') */
    readonly authtoken?: EnvironmentReference;
    /** One of the account's own, `shop.ngrok.app` say; any of ngrok's unless given. */
    readonly domain?: string;
  };
}

export interface TargetInput {
  readonly url: string;
  /** `env('PRODUCTION_KEY')`: the key itself never stands in the config. */
  readonly secretKey: EnvironmentReference;
  /** A push asks for the target's name, even with `--yes`, unless `--confirm <name>` is given. */
  readonly protected?: boolean;
}

export interface LocaleInput {
  readonly code: string;
  /** Asked in turn where a translation is missing, before the default locale. */
  readonly fallbacks?: readonly string[];
}

export interface ChannelInput {
  readonly name?: string;
  readonly defaultLocale?: string;
  readonly defaultCurrency?: string;
  /** ISO 3166-1 alpha-2. */
  readonly defaultCountry?: string;
}

export interface ProductTypeInput {
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, AttributeInput>>;
}

interface AttributeBasics {
  /** For people; made from the name unless given. */
  readonly label?: string;
  /** Holds a list of values. */
  readonly list?: boolean;
  readonly required?: boolean;
  /** No two products (or variants) share the value. */
  readonly unique?: boolean;
  readonly searchable?: boolean;
  /** @default 'product' */
  readonly level?: 'product' | 'variant';
}

/** A custom attribute of a product type. */
export type AttributeInput =
  | (AttributeBasics & { readonly type: 'text' | 'localizedText' | 'boolean' | 'date' | 'money' })
  | (AttributeBasics & { readonly type: 'number'; readonly minimum?: number; readonly maximum?: number })
  | (AttributeBasics & { readonly type: 'enum'; readonly values: readonly string[] })
  | (AttributeBasics & {
      readonly type: 'reference';
      readonly to: 'product' | 'category' | 'collection' | 'media';
    });

/**
 * Declares a store, with completion and checking in the editor.
 *
 * @example
 * export default defineConfig({
 *   name: 'My store',
 *   currencies: ['EUR', 'USD'],
 *   productTypes: {
 *     apparel: { attributes: { fabric: { type: 'enum', values: ['cotton', 'linen'] } } },
 *   },
 * });
 */
export function defineConfig(config: Config): Config {
  return config;
}

/** Refers to a secret by the name of its environment variable. */
export function env(name: string): EnvironmentReference {
  return { env: name };
}
