import type { ProcessorResponse } from './payment.ts';

/** Names on a card that make its processor refuse, with the code that it answers (the sandbox's rejection triggers). */
const refusals: Readonly<Record<string, string>> = {
  'CCREJECT-REFUSED': '0500',
  'CCREJECT-SF': '9500',
  'CCREJECT-EC': '5400',
  'CCREJECT-IRC': '5180',
  'CCREJECT-IF': '5120',
  'CCREJECT-LS': '9520',
  'CCREJECT-IA': '1330',
  'CCREJECT-BANK_ERROR': '5100',
  'CCREJECT-CVV_F': '00N7',
};

export interface CardOutcome {
  readonly isApproved: boolean;
  readonly response: ProcessorResponse;
}

/** What the processor says to a card of that name. Case counts, as in PayPal's sandbox. */
export function cardOutcome(name: string | undefined): CardOutcome {
  const code = name !== undefined && Object.hasOwn(refusals, name) ? refusals[name] : undefined;
  if (code !== undefined) {
    return { isApproved: false, response: { avs_code: 'G', cvv_code: 'P', response_code: code } };
  }
  return { isApproved: true, response: { avs_code: 'Y', cvv_code: 'M', response_code: '0000' } };
}
