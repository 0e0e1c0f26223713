export { setUpHeader } from './request-simulator.ts';
export { simulatedConnections } from './simulated-connections.ts';
