export { type EncryptionKeys, parseEncryptionKeys } from '../store/sealed/index.ts';
export { type HostedOptions, type HostedRuntime, startHostedRuntime } from './start-hosted-runtime.ts';
