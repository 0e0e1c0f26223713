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
