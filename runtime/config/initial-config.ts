import { parseConfig } from './parse-config.ts';
import type { StoreConfig } from './store-config.ts';

/** What a store is served with until somebody configures it. It counts as no configuration at all. */
export function initialConfig(): StoreConfig {
  return parseConfig({ name: 'New store' }).config;
}

/** A configuration that was stored before a setting existed, with that setting's default. */
export function withLaterSettings(stored: StoreConfig): StoreConfig {
  const { carts, taxes, shipping } = initialConfig();
  return { carts, taxes, shipping, ...stored };
}
