/** A service of others that is asked over HTTP. */
interface AskedServiceConfig {
  readonly url: string;
  /** The variable that holds what it knows the store by. */
  readonly secrets: { readonly token: string };
}

export interface TaxEngineConfig extends AskedServiceConfig {
  /** What happens where it doesn't answer. */
  readonly otherwise: 'refuse' | 'zones';
}

export interface CarrierConfig extends AskedServiceConfig {
  readonly key: string;
}
