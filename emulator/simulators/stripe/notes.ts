/** What a reader of the support table should know beside it. */
export const notes: readonly string[] = [
  'Keys: any `sk_test_…` or `rk_test_…` is an account of its own. `pk_test_x` belongs to the account of `sk_test_x`. ' +
    'Live keys are refused.',
  'Objects have the shapes of version `2026-10-28.endive`, whatever `Stripe-Version` asks for. Connect ' +
    '(`Stripe-Account`) is not simulated: the header is reported and ignored.',
  "All test cards of Stripe's documentation work, by number, as `pm_card_…` and as `tok_…`. Another number is declined " +
    'as a live card. Numbers are never stored: what stays is brand, last four digits, expiry and a keyed fingerprint.',
  '3-D Secure: `next_action.redirect_to_url.url`, or `next_action.use_stripe_sdk.stripe_js` where no `return_url` was ' +
    'given, is a page where the customer completes, fails or leaves. Stripe.js itself comes from Stripe and can not be ' +
    'pointed here.',
  'The fee is 2.9 % and 30 minor units in every currency, 1500 for a chargeback. Money is available after two days. ' +
    'There are no payouts.',
  'Webhooks are signed with the real time and tried again after 1 minute, 30 minutes and 2.5 hours of business time. ' +
    'Events are listed for 30 days.',
  'Holds run out after 7 days, checkout sessions after 24 hours, disputes that nobody answers are lost after 10 days.',
  'Idempotency keys are kept for 24 hours. Two requests with one key at the same time are answered one after the ' +
    'other, instead of 409. There are no rate limits.',
];
