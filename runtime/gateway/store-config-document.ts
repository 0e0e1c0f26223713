import type { StoreConfig } from '../config/store-config.ts';
import { collection, type StoredDocument } from '../store/port.ts';

/** The configuration in force, kept in the store that it configures. */
export interface StoreConfigDocument extends StoredDocument {
  readonly config: StoreConfig;
}

export const storeConfigId = 'config';

export const storeConfigs = collection<StoreConfigDocument>({ name: 'store_configs', indexes: {} });
