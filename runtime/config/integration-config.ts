import type { IntegrationCallback } from './integration-input.ts';

/** A partner with its preset spelled out: what it is told, and how what it sends is read. Expressions are JSONata. */
export interface IntegrationConfig {
  readonly key: string;
  readonly kind: 'fulfilment' | 'erp';
  /** Null for the simulator of the emulator. */
  readonly url: string | null;
  /** The environment variables that hold them. */
  readonly secrets: { readonly token: string; readonly secret: string };
  /** Ids of locations. */
  readonly locations: readonly string[];
  readonly send: readonly IntegrationSendConfig[];
  readonly receive: readonly IntegrationReceiveConfig[];
  readonly stock: IntegrationStockConfig | null;
}

export interface IntegrationSendConfig {
  readonly event: string;
  readonly to: string;
  readonly when: string | null;
  readonly map: string;
}

export interface IntegrationReceiveConfig {
  readonly as: IntegrationCallback;
  readonly when: string;
  readonly map: string;
}

export interface IntegrationStockConfig {
  readonly path: string;
  readonly map: string;
}
