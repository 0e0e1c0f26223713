import type { PaymentProviderConfig, StoreConfig } from '../../config/store-config.ts';

export type DeclaredProvider = Pick<PaymentProviderConfig, 'secrets' | 'url'>;

/** Before the key of a webhook endpoint: its secret is found like a provider's. */
const webhookPrefix = 'webhook:';

/** What a store's config says of a provider that is reached over the network. */
export function declaredProvider(config: StoreConfig, provider: string): DeclaredProvider | undefined {
  const [kind, key] = provider.split(':');
  if (provider === 'taxes') return config.taxes.engine ?? undefined;
  if (kind === 'carrier') return config.shipping.carriers.find((carrier) => carrier.key === key);
  if (kind === 'integration') return config.integrations.find((integration) => integration.key === key);
  if (provider.startsWith(webhookPrefix)) {
    const webhook = config.webhooks.find(({ key }) => key === provider.slice(webhookPrefix.length));
    return webhook && { secrets: { secret: webhook.secret.env }, url: null };
  }
  const { stripe, paypal } = config.payments;
  const server = config.mail?.smtp;
  const smtp = server ? { secrets: { url: server.url.env }, url: null } : null;
  const declared: Readonly<Record<string, DeclaredProvider | null>> = { stripe, paypal, smtp };
  return declared[provider] ?? undefined;
}
