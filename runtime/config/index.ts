export { ConfigError, type ConfigIssue, type SourceLocation } from './config-error.ts';
export { declareConfig } from './declare-config.ts';
export { type Config, defineConfig, env, type TargetInput } from './define-config.ts';
export { initialConfig } from './initial-config.ts';
export { configFileNames, findConfigFile, type LoadedConfig, loadConfig } from './load-config.ts';
export { type ParsedConfig, type ProjectSettings, parseConfig } from './parse-config.ts';
export type {
  AttributeConfig,
  ChannelConfig,
  LocaleConfig,
  ProductTypeConfig,
  StoreConfig,
} from './store-config.ts';
