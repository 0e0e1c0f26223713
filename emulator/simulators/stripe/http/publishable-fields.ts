/** What a browser may see of an intent. */
const shown = new Set([
  ...['id', 'object', 'amount', 'amount_details', 'automatic_payment_methods', 'canceled_at'],
  ...['cancellation_reason', 'capture_method', 'client_secret', 'confirmation_method', 'created', 'currency'],
  ...['description', 'last_payment_error', 'last_setup_error', 'livemode', 'next_action', 'payment_method'],
  ...['payment_method_configuration_details', 'payment_method_types', 'processing', 'receipt_email'],
  ...['setup_future_usage', 'shipping', 'source', 'status', 'usage'],
]);

/** Leaves out of an intent what is the merchant's: metadata, customer, charges. */
export function forBrowsers(answer: object): object {
  const isIntent = 'object' in answer && /^(?:payment|setup)_intent$/.test(String(answer.object));
  if (!isIntent) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => shown.has(name)));
}
