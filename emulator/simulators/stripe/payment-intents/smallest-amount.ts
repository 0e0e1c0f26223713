import { badRequest } from '../stripe-error.ts';

/** In minor units, for an account that is settled in US dollars. @see https://docs.stripe.com/currencies */
const smallest: Readonly<Record<string, number>> = {
  ...{ usd: 50, aed: 200, aud: 50, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30 },
  ...{ hkd: 400, huf: 17_500, inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200 },
  ...{ sek: 300, sgd: 50, thb: 1000 },
};

/** Fractions that Stripe's partners don't carry: the last digits have to be zeros. */
const steps: Readonly<Record<string, number>> = {
  ...{ bhd: 10, jod: 10, kwd: 10, omr: 10, tnd: 10, isk: 100, ugx: 100 },
};

function requireStep(amount: number, currency: string): void {
  const step = steps[currency] ?? 1;
  if (amount % step === 0) return;
  throw badRequest(
    `Invalid amount. Amounts in ${currency} must be evenly divisible by ${step}. See https://docs.stripe.com/currencies#special-cases.`,
    { code: 'invalid_charge_amount_no_decimal_compatible', param: 'amount' },
  );
}

export function requireAmount(amount: number, currency: string): void {
  const least = smallest[currency] ?? 1;
  if (amount >= least) {
    requireStep(amount, currency);
    return;
  }
  throw badRequest(
    amount < 1
      ? 'This value must be greater than or equal to 1.'
      : `Amount must be at least ${least} ${currency} in its smallest unit, but ${amount} was given.`,
    { code: amount < 1 ? 'parameter_invalid_integer' : 'amount_too_small', param: 'amount' },
  );
}
