import type { StoreConfig } from '../config/store-config.ts';

/** How a provider of the outside world is reached, and how this store is known to it. */
export interface ProviderConnection {
  /** Base URL; undefined for the provider's own. */
  readonly url: string | undefined;
  /** By the name that the config gives them: `secretKey`. Never logged. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The trace that a call belongs to, as W3C Trace Context has it; sent along with the call. */
  readonly traceparent?: string;
}

/** Where connections come from: the environment when hosted, simulators in the emulator. */
export interface Connections {
  /**
   * Undefined where the config doesn't offer the provider.
   * @throws {Problem} `provider_not_configured` where a secret is missing.
   */
  connectionTo(
    storeId: string,
    config: StoreConfig,
    provider: string,
  ): Promise<ProviderConnection | undefined>;
}
