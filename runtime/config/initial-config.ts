import { parseConfig } from './parse-config.ts';
import type { StoreConfig } from './store-config.ts';

/** What a store is served with until somebody configures it. It counts as no configuration at all. */
export function initialConfig(): StoreConfig {
  return parseConfig({ name: 'New store' }).config;
}
