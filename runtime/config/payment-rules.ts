import type { FieldError } from '../contract/problem.ts';
import { unknownName } from '../validation/index.ts';
import type { ManualPaymentsInput, PaymentProviderInput, PaymentsInput } from './define-config.ts';
import type { ManualPaymentsConfig, PaymentProviderConfig, PaymentsConfig } from './store-config.ts';

/** The variables that hold a provider's secrets, where the config names no others. */
const usualVariables = {
  stripe: { secretKey: 'STRIPE_SECRET_KEY', webhookSecret: 'STRIPE_WEBHOOK_SECRET' },
  paypal: {
    clientId: 'PAYPAL_CLIENT_ID',
    clientSecret: 'PAYPAL_CLIENT_SECRET',
    webhookId: 'PAYPAL_WEBHOOK_ID',
  },
} as const;

type Provider = keyof typeof usualVariables;

function completeProvider(
  provider: Provider,
  input: PaymentProviderInput & Readonly<Record<string, unknown>>,
): PaymentProviderConfig {
  const secrets = Object.entries(usualVariables[provider]).map(([name, usual]) => {
    const given = input[name] as { readonly env: string } | undefined; // by the schema
    return [name, given?.env ?? usual];
  });
  return {
    secrets: Object.fromEntries(secrets),
    url: input.url ?? null,
    capture: input.capture ?? 'automatic',
    channels: [...(input.channels ?? [])],
    currencies: [...(input.currencies ?? [])],
  };
}

function completeManual({ methods, channels, currencies }: ManualPaymentsInput): ManualPaymentsConfig {
  return {
    methods: Object.entries(methods).map(([key, { name, instructions }]) => ({
      ...{ key, name: name ?? key, instructions: instructions ?? null },
    })),
    channels: [...(channels ?? [])],
    currencies: [...(currencies ?? [])],
  };
}

/** Payments with every setting filled in. */
export function completePayments(input: PaymentsInput = {}): PaymentsConfig {
  const { stripe, paypal, manual } = input;
  return {
    stripe: stripe ? completeProvider('stripe', { ...stripe }) : null,
    paypal: paypal ? completeProvider('paypal', { ...paypal }) : null,
    manual: manual ? completeManual(manual) : null,
  };
}

/** Names in payments that the rest of the configuration doesn't know. */
export function paymentFaults(
  payments: PaymentsConfig,
  channels: readonly string[],
  currencies: readonly string[],
): FieldError[] {
  return Object.entries(payments).flatMap(([provider, settings]) => {
    if (!settings) return [];
    const check = (setting: 'channels' | 'currencies', kind: string, known: readonly string[]) =>
      settings[setting].flatMap((name: string, index: number) =>
        known.includes(name)
          ? []
          : [
              {
                pointer: `/payments/${provider}/${setting}/${index}`,
                message: unknownName(name, kind, known),
              },
            ],
      );
    return [...check('channels', 'channel', channels), ...check('currencies', 'currency', currencies)];
  });
}

/** The inverse of `completePayments`. */
export function declarePayments({ stripe, paypal, manual }: PaymentsConfig): PaymentsInput {
  const provider = ({ secrets, url, capture, channels, currencies }: PaymentProviderConfig) => ({
    ...Object.fromEntries(Object.entries(secrets).map(([name, variable]) => [name, { env: variable }])),
    ...(url === null ? {} : { url }),
    capture,
    ...places({ channels, currencies }),
  });
  return {
    ...(stripe ? { stripe: provider(stripe) } : {}),
    ...(paypal ? { paypal: provider(paypal) } : {}),
    ...(manual ? { manual: { methods: declareMethods(manual), ...places(manual) } } : {}),
  };
}

function declareMethods({ methods }: ManualPaymentsConfig): ManualPaymentsInput['methods'] {
  return Object.fromEntries(
    methods.map(({ key, name, instructions }) => [
      key,
      { name, ...(instructions === null ? {} : { instructions }) },
    ]),
  );
}

function places({ channels, currencies }: Pick<ManualPaymentsConfig, 'channels' | 'currencies'>) {
  return {
    ...(channels.length > 0 ? { channels } : {}),
    ...(currencies.length > 0 ? { currencies } : {}),
  };
}
