import type { Static } from 'typebox';
import type { PaymentsConfig } from '../../../config/store-config.ts';
import type { PaymentMethodOption as PaymentMethodOptionSchema } from '../../../contract/payments/payment-schemas.ts';

export type PaymentMethodOption = Static<typeof PaymentMethodOptionSchema>;

export interface PaymentPlace {
  readonly channel?: string | undefined;
  readonly currency?: string | undefined;
}

const names = { stripe: ['Card', 'card'], paypal: ['PayPal', 'paypal'] } as const;

function isServed(
  { channels, currencies }: { readonly channels: readonly string[]; readonly currencies: readonly string[] },
  { channel, currency }: PaymentPlace,
): boolean {
  const allows = (list: readonly string[], value: string | undefined) =>
    list.length === 0 || value === undefined || list.includes(value);
  return allows(channels, channel) && allows(currencies, currency);
}

/** The ways to pay that a store's config offers in a channel and a currency. */
export function offeredMethods(config: PaymentsConfig, place: PaymentPlace): PaymentMethodOption[] {
  const hosted = (['stripe', 'paypal'] as const).flatMap((provider): PaymentMethodOption[] => {
    const settings = config[provider];
    if (!settings || !isServed(settings, place)) return [];
    const [name, kind] = names[provider];
    return [{ provider, method: null, name, kind, instructions: null }];
  });
  const { manual } = config;
  const byHand = manual && isServed(manual, place) ? manual.methods : [];
  return [
    ...hosted,
    ...byHand.map(({ key, name, instructions }) => ({
      ...{ provider: 'manual', method: key, name, kind: 'manual' as const, instructions },
    })),
  ];
}
