import type { ProviderFee } from '../payment-provider.ts';

/** The fees among `told` that were not known. */
export function newFees(known: readonly ProviderFee[], told: readonly ProviderFee[]): ProviderFee[] {
  return told.filter(({ reference }) => !known.some((fee) => fee.reference === reference));
}

/** The fees that were known, and those that the provider tells for the first time. */
export function mergeFees(
  known: readonly ProviderFee[],
  told: readonly ProviderFee[],
): readonly ProviderFee[] {
  const fresh = newFees(known, told);
  return fresh.length === 0 ? known : [...known, ...fresh];
}

/** What fees come to, by currency. */
export function feesByCurrency(
  fees: readonly Pick<ProviderFee, 'amount' | 'currency'>[],
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { amount, currency } of fees) sums[currency] = (sums[currency] ?? 0) + amount;
  return sums;
}
