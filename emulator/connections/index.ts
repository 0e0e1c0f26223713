export { simulatedConnections } from './simulated-connections.ts';
