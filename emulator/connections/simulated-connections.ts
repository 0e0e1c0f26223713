import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Connections, ProviderConnection } from '../../runtime/context/provider-connection.ts';
import { declaredProvider, environmentConnections } from '../../runtime/providers/connections/index.ts';
import { inboxUrl } from '../../runtime/services/mail/index.ts';
import { credentialFor } from '../simulators/which-store.ts';
import { connectToPartner } from './connect-to-partner.ts';
import { connectToPaypal } from './connect-to-paypal.ts';
import { connectToStripe } from './connect-to-stripe.ts';
import { type KnownHooks, openKnownHooks } from './known-hooks.ts';

export interface SimulatedConnectionsOptions {
  /** Base URLs of the simulators by name, once they listen. */
  readonly simulators: () => Readonly<Record<string, string>>;
  /** The platform's own, to which notices are sent. */
  readonly platform: () => string;
  /** Where the webhooks made for a store at simulators are remembered, so that a later start takes them up again. */
  readonly hooksOf: (storeId: string) => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface SimulatorAddress {
  readonly url: string;
  /** Where its notices go: `http://127.0.0.1:4000/hooks/local/stripe`. */
  readonly hook: string;
  readonly known: KnownHooks;
  /** A credential as this store has it. */
  readonly marked: (credential: string) => string;
}

export interface SimulatedConnections extends Connections {
  /** Lets go of a store that was removed. */
  forget(storeId: string): void;
}

const connect: Readonly<Record<string, (address: SimulatorAddress) => Promise<ProviderConnection>>> = {
  stripe: connectToStripe,
  paypal: connectToPaypal,
  warehouse: connectToPartner,
  erp: connectToPartner,
};

/** The simulator that stands for a provider: `warehouse` or `erp` for an integration, by its kind. */
function simulatorFor({ integrations }: StoreConfig, provider: string): string {
  const [kind, key] = provider.split(':');
  if (kind !== 'integration') return provider;
  return integrations.find((integration) => integration.key === key)?.kind === 'erp' ? 'erp' : 'warehouse';
}

/**
 * Providers as the emulator reaches them: a simulator, unless the config gives a provider's URL; then with secrets
 * from the environment, as when hosted. The store's webhook is made at the simulator with the first connection.
 */
export function simulatedConnections(options: SimulatedConnectionsOptions): SimulatedConnections {
  const real = environmentConnections(options.environment);
  const made = new Map<string, Promise<ProviderConnection>>();

  function connected(
    storeId: string,
    provider: string,
    simulator: string,
    url: string,
  ): Promise<ProviderConnection> {
    const name = `${storeId} ${provider}`;
    const before = made.get(name);
    if (before) return before;
    const hook = `${options.platform()}/hooks/${storeId}/${provider.replace('integration:', 'integrations/')}`;
    const known = openKnownHooks(options.hooksOf(storeId), provider);
    const marked = (credential: string) => credentialFor(storeId, credential);
    const connection = connect[simulator]?.({ url, hook, known, marked });
    if (!connection) throw new Error(`Nothing is known of how to reach a simulated ${provider}.`);
    made.set(name, connection);
    // What failed is tried again with the next call.
    connection.catch(() => made.delete(name));
    return connection;
  }

  return {
    forget(storeId) {
      for (const name of made.keys()) if (name.startsWith(`${storeId} `)) made.delete(name);
    },
    async connectionTo(storeId, config, provider) {
      // No mail leaves this machine, whatever the config says: the dashboard shows what the store keeps.
      if (provider === 'smtp') return { url: inboxUrl, secrets: {} };
      const declared = declaredProvider(config, provider);
      if (!declared) return undefined;
      const simulator = simulatorFor(config, provider);
      const url = options.simulators()[simulator];
      if (declared.url !== null || url === undefined) return real.connectionTo(storeId, config, provider);
      return connected(storeId, provider, simulator, url);
    },
  };
}
