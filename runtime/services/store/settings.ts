import type { StoreConfig } from '../../config/store-config.ts';
import type { HandlersOf } from '../../context/service.ts';
import type { StoreOperations } from '../../contract/store/index.ts';

type Settings = Pick<HandlersOf<StoreOperations>, 'store.settings.get'>;

/** The configuration as callers see it: attributes as a list, each with its name. */
export function settingsOf(config: StoreConfig) {
  return {
    name: config.name,
    locales: config.locales.map(({ code, fallbacks }) => ({ code, fallbacks: [...fallbacks] })),
    currencies: [...config.currencies],
    channels: config.channels.map((channel) => ({ ...channel })),
    customerGroups: [...config.customerGroups],
    productTypes: config.productTypes.map(({ key, name, attributes }) => ({
      key,
      name,
      attributes: Object.entries(attributes).map(([attributeName, attribute]) => ({
        name: attributeName,
        ...attribute,
        values: [...attribute.values],
      })),
    })),
  };
}

export const settingsHandlers: Settings = {
  async 'store.settings.get'(context) {
    const settings = settingsOf(context.config);
    const { channel } = context.actor;
    if (channel === undefined) return settings;
    return { ...settings, channels: settings.channels.filter(({ key }) => key === channel) };
  },
};
