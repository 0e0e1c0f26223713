export { createPaypalProvider } from './paypal-provider.ts';
