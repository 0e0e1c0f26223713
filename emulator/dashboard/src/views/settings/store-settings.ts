/** What `GET /v1/store` answers. */
export interface StoreSettings {
  readonly locales: readonly { readonly code: string }[];
  readonly currencies: readonly string[];
  readonly channels: readonly {
    readonly key: string;
    readonly name: string;
    readonly defaultLocale: string;
    readonly defaultCurrency: string;
    readonly defaultCountry: string | null;
  }[];
  readonly customerGroups: readonly string[];
  readonly productTypes: readonly ProductType[];
}

export interface ProductType {
  readonly key: string;
  readonly name: string;
  readonly attributes: readonly {
    readonly name: string;
    readonly type: string;
    readonly label: string;
    readonly list: boolean;
    readonly required: boolean;
    readonly unique: boolean;
    readonly searchable: boolean;
    readonly level: 'product' | 'variant';
    readonly values: readonly string[];
    readonly to: string | null;
  }[];
}
