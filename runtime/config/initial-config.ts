import { parseConfig } from './parse-config.ts';
import type { StoreConfig } from './store-config.ts';

/** What a store is served with until somebody configures it. It counts as no configuration at all. */
export function initialConfig(): StoreConfig {
  return parseConfig({ name: 'New store' }).config;
}

type LaterSetting = 'carts' | 'taxes' | 'shipping' | 'timeZone' | 'company' | 'mail';

/** A configuration as it was stored, perhaps before these settings existed. */
type StoredConfig = Omit<StoreConfig, LaterSetting> & Partial<Pick<StoreConfig, LaterSetting>>;

/** A stored configuration, with defaults for settings that did not exist then. */
export function withLaterSettings(stored: StoredConfig): StoreConfig {
  const { carts, taxes, shipping, timeZone, company, mail } = initialConfig();
  return { carts, taxes, shipping, timeZone, company, mail, ...stored };
}
