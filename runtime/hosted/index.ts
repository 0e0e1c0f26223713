export { type HostedOptions, type HostedRuntime, startHostedRuntime } from './start-hosted-runtime.ts';
