import type { EnvironmentReference } from './define-config.ts';

/** A service that is asked over HTTP, by `POST` with JSON. */
export interface AskedServiceInput {
  readonly url: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly token: EnvironmentReference;
}

export interface TaxEngineInput extends AskedServiceInput {
  /**
   * Where it doesn't answer: `refuse` shows no cart and sells nothing, `zones` takes the rates of the zones.
   * @default 'refuse'
   */
  readonly otherwise?: 'refuse' | 'zones';
}
