import type { ConfirmInput } from './parameters.ts';
import type { MethodOptions } from './payment-intent.ts';

/** What was asked of cards, over what was asked before. */
export function methodOptionsOf(
  given: ConfirmInput['payment_method_options'],
  before?: MethodOptions,
): MethodOptions {
  const request = given?.card?.request_three_d_secure ?? before?.card.request_three_d_secure ?? 'automatic';
  return {
    card: { installments: null, mandate_options: null, network: null, request_three_d_secure: request },
  };
}
