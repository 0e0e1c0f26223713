export { paypalSimulator } from './paypal-simulator.ts';
