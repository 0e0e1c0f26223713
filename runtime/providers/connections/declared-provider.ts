import type { PaymentProviderConfig, StoreConfig } from '../../config/store-config.ts';

/** What a store's config says of a provider that is reached over the network. */
export function declaredProvider(config: StoreConfig, provider: string): PaymentProviderConfig | undefined {
  const { stripe, paypal } = config.payments;
  const declared: Readonly<Record<string, PaymentProviderConfig | null>> = { stripe, paypal };
  return declared[provider] ?? undefined;
}
