export { stripeEvents } from './read-notice.ts';
export { createStripeProvider } from './stripe-provider.ts';
