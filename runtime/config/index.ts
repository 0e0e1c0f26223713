export { completeStorefront } from './company-rules.ts';
export { ConfigError, type ConfigIssue, type SourceLocation } from './config-error.ts';
export { declareConfig } from './declare-config.ts';
export type { Config, TargetInput, TunnelInput } from './define-config.ts';
export { findConfigFile, type LoadedConfig, loadConfig } from './load-config.ts';
export { type ParsedConfig, type ProjectSettings, parseConfig } from './parse-config.ts';
export { loadCompiler } from './run-config.ts';
export type { SdkInput } from './sdk-input.ts';
export type {
  AttributeConfig,
  ChannelConfig,
  LocaleConfig,
  PlacesConfig,
  ProductTypeConfig,
  ShippingMethodConfig,
  ShippingZoneConfig,
  StoreConfig,
  TaxesConfig,
  TaxZoneConfig,
} from './store-config.ts';
