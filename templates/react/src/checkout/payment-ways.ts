import type { PaymentMethodOption } from '../headlesspro/storefront.js';
import { type Loaded, useLoaded } from '../loading/use-loaded.ts';
import { useStore } from '../store/store-context.ts';

/** A way to pay, with one name for both of its parts. */
export interface PaymentWay extends PaymentMethodOption {
  readonly key: string;
}

export function usePaymentWays(currency: string, country: string | null): Loaded<readonly PaymentWay[]> {
  const { api, channel } = useStore();
  return useLoaded(JSON.stringify([channel.key, currency, country]), async (signal) => {
    const { methods } = await api.payments.methods.list(
      { channel: channel.key, currency, ...(country === null ? {} : { country }) },
      { signal },
    );
    return methods.map((method) => ({
      ...method,
      key: [method.provider, method.method ?? ''].join(' ').trim(),
    }));
  });
}
