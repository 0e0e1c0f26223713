/** Any test key is an account of its own at the simulated Stripe; this is the store's. */
export const simulatedStripeKey = 'sk_test_headlesspro';
