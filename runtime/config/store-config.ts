import type { TaxEngineConfig } from './asked-service-config.ts';
import type { IntegrationConfig } from './integration-config.ts';
import type { ShippingConfig } from './shipping-config.ts';

export type * from './asked-service-config.ts';
export type * from './integration-config.ts';
export type * from './shipping-config.ts';

/**
 * A store's configuration as the runtime uses it: complete, with defaults filled in. It is what `defineConfig`
 * in `headlesspro.config.ts` comes to after validation, and what `hp push` sends to the hosted runtime.
 * The contract is a function of it.
 */
export interface StoreConfig {
  readonly name: string;
  /** BCP 47 tags. The first is the default: a document's own fields are in it, others are translations. */
  readonly locales: readonly LocaleConfig[];
  /** ISO 4217 codes; the first is the default. */
  readonly currencies: readonly string[];
  /** The first is the default. */
  readonly channels: readonly ChannelConfig[];
  readonly productTypes: readonly ProductTypeConfig[];
  /** Customer groups that price lists can name, by key. */
  readonly customerGroups: readonly string[];
  readonly prices: {
    /** Whether amounts of prices that don't say otherwise include tax. */
    readonly includeTax: boolean;
  };
  readonly inventory: {
    /** Seconds after which a reservation that nobody commits is released. */
    readonly reservationSeconds: number;
  };
  readonly carts: {
    /** Seconds without a change after which a cart counts as abandoned. */
    readonly abandonedAfterSeconds: number;
  };
  readonly taxes: TaxesConfig;
  readonly shipping: ShippingConfig;
  /** IANA name: whose day a sale counts in, and how dates are written. */
  readonly timeZone: string;
  /** Who sells; null where nobody said, and the store's name stands in. */
  readonly company: CompanyConfig | null;
  /** Null where nobody said where it is. */
  readonly storefront: StorefrontConfig | null;
  /** Null where nobody is written to. */
  readonly mail: MailConfig | null;
  readonly payments: PaymentsConfig;
  readonly fraud: FraudConfig;
  readonly integrations: readonly IntegrationConfig[];
  /** Endpoints that events are sent to. */
  readonly webhooks: readonly WebhookConfig[];
}

export interface WebhookConditionConfig {
  readonly path: string;
  readonly operator:
    | ('equals' | 'differs' | 'contains' | 'starts_with' | 'exists' | 'missing')
    | ('above' | 'at_least' | 'below' | 'at_most');
  readonly values: string[];
}

export interface WebhookConfig {
  /** Unique. */
  readonly key: string;
  readonly url: string;
  readonly events: readonly string[];
  /** The environment variable that holds its secret. */
  readonly secret: { readonly env: string };
  readonly description: string | null;
  readonly conditions: readonly WebhookConditionConfig[];
  readonly payload: 'full' | 'thin';
  readonly format: 'standard' | 'cloudevents';
  readonly apiVersion: 'v1';
  readonly ordering: 'none' | 'per_subject';
  /** Requests a second; null for no limit. */
  readonly rateLimit: number | null;
  /** Null for never. */
  readonly disableAfterDays: number | null;
}

export interface FraudConfig {
  readonly rules: readonly FraudRuleConfig[];
  /** Scores from which on; `review` is not above `block`. */
  readonly thresholds: { readonly review: number; readonly block: number };
}

interface FraudRuleBasicsConfig {
  /** Unique. */
  readonly name: string;
  readonly points: number;
}

export interface VelocityRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'velocity';
  readonly by: 'ip' | 'email' | 'card';
  readonly count: number;
  readonly withinSeconds: number;
}

export interface AddressMismatchRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'address-mismatch';
  readonly between: 'billing-and-shipping' | 'billing-and-card';
}

export interface AmountRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'amount';
  /** Minor units by currency. */
  readonly from: Readonly<Record<string, number>>;
}

export interface DisposableMailRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'disposable-mail';
}

export interface CountryRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'country';
  readonly of: 'billing' | 'shipping' | 'card';
  readonly countries: readonly string[];
}

export interface ProviderScoreRuleConfig extends FraudRuleBasicsConfig {
  readonly kind: 'provider-score';
  readonly from: number;
}

export type FraudRuleConfig =
  | VelocityRuleConfig
  | AddressMismatchRuleConfig
  | AmountRuleConfig
  | DisposableMailRuleConfig
  | CountryRuleConfig
  | ProviderScoreRuleConfig;

export interface CompanyConfig {
  readonly name: string;
  readonly address: readonly string[];
  readonly vatId: string | null;
  readonly registration: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
}

export interface StorefrontConfig {
  /** Without a slash at its end. */
  readonly url: string;
  /** `/orders/{orderId}#token={token}` */
  readonly orderPath: string;
}

export interface MailConfig {
  /** `Demo store <orders@example.com>`. */
  readonly from: string;
  readonly replyTo: string | null;
  /** Who is told what the shop's people have to look at. */
  readonly notices: string | null;
  /** The environment variable that holds the server's URL. */
  readonly smtp: { readonly url: { readonly env: string } } | null;
}

/** Null where the store doesn't offer it. */
export interface PaymentsConfig {
  readonly stripe: PaymentProviderConfig | null;
  readonly paypal: PaymentProviderConfig | null;
  readonly manual: ManualPaymentsConfig | null;
}

interface PaymentPlacesConfig {
  /** Empty for all. */
  readonly channels: readonly string[];
  /** Empty for all. */
  readonly currencies: readonly string[];
}

export interface PaymentProviderConfig extends PaymentPlacesConfig {
  /** Secret to the name of the environment variable that holds it. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Null for the provider's own; in the emulator, for the simulator. */
  readonly url: string | null;
  readonly capture: 'automatic' | 'manual';
}

export interface ManualPaymentsConfig extends PaymentPlacesConfig {
  readonly methods: readonly {
    readonly key: string;
    readonly name: string;
    readonly instructions: string | null;
  }[];
}

/** Where something applies: a region (ISO 3166-2) goes before its country, a country before `*`. */
export interface PlacesConfig {
  /** ISO 3166-1 alpha-2; `*` is everywhere else. */
  readonly countries: readonly string[];
  /** ISO 3166-2: `US-CA`. */
  readonly regions: readonly string[];
}

export interface TaxesConfig {
  /** Tax classes of variants; the first is that of variants that name none. */
  readonly classes: readonly string[];
  readonly zones: readonly TaxZoneConfig[];
  /** Who is asked in the place of the zones; null for nobody. */
  readonly engine: TaxEngineConfig | null;
}

export interface TaxZoneConfig extends PlacesConfig {
  readonly key: string;
  /** As it stands on an invoice: `VAT`. */
  readonly name: string;
  /** Percent by tax class; a class left out is not taxed. */
  readonly rates: Readonly<Record<string, number>>;
  /** The tax class of shipping; null where shipping is not taxed. */
  readonly shippingClass: string | null;
}

export interface LocaleConfig {
  readonly code: string;
  /** Where a translation is missing, these are asked in turn, then the default locale. */
  readonly fallbacks: readonly string[];
}

export interface ChannelConfig {
  /** kebab-case and stable: `web`. */
  readonly key: string;
  readonly name: string;
  readonly defaultLocale: string;
  readonly defaultCurrency: string;
  /** ISO 3166-1 alpha-2; used where a request names no country. */
  readonly defaultCountry: string | null;
}

export interface ProductTypeConfig {
  /** kebab-case and stable: `apparel`. */
  readonly key: string;
  readonly name: string;
  /**
   * By name, in camelCase. Names are store-wide: the same name in two product types must be declared alike, so
   * that `product.attributes.fabric` has one type everywhere.
   */
  readonly attributes: Readonly<Record<string, AttributeConfig>>;
}

export type AttributeType =
  | 'text'
  | 'localizedText'
  | 'number'
  | 'boolean'
  | 'enum'
  | 'date'
  | 'money'
  | 'reference';

export interface AttributeConfig {
  readonly type: AttributeType;
  readonly label: string;
  /** A list of values of the type. */
  readonly list: boolean;
  readonly required: boolean;
  /** No two products (or variants, where `level` is `variant`) may share the value. Not for lists. */
  readonly unique: boolean;
  readonly searchable: boolean;
  readonly level: 'product' | 'variant';
  /** For `enum`: the values, at least one. */
  readonly values: readonly string[];
  /** For `reference`: what it refers to. */
  readonly to: 'product' | 'category' | 'collection' | 'media' | null;
  /** For `number`. */
  readonly minimum: number | null;
  readonly maximum: number | null;
}
