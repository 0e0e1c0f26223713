export { declaredProvider } from './declared-provider.ts';
export { environmentConnections } from './environment-connections.ts';
