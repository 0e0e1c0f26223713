import type { StepsContext } from '../../context/context.ts';
import { paymentProblems } from '../../contract/payments/index.ts';
import { problem } from '../../contract/problem.ts';
import type { PaymentConnection, PaymentProvider } from './payment-provider.ts';
import type { Settlements } from './payments/settlements.ts';

/** Whom the service asks: payment providers by the name that the config gives them. */
export interface PaymentPorts {
  readonly providers: Readonly<Record<string, PaymentProvider>>;
  readonly settlements: Settlements;
}

/** A provider, and how it is reached for this store. */
export interface Reached {
  readonly provider: PaymentProvider;
  readonly connection: PaymentConnection;
  readonly settlements: Settlements;
}

const nowhere: PaymentConnection = { url: undefined, secrets: {} };

/** @throws {Problem} `payment_method_unavailable` where the store doesn't offer it, `provider_not_configured` */
export async function reach(context: StepsContext, ports: PaymentPorts, name: string): Promise<Reached> {
  const provider = Object.hasOwn(ports.providers, name) ? ports.providers[name] : undefined;
  const connection = provider?.isOffline ? nowhere : provider && (await context.connectionTo(name));
  if (provider && connection) return { provider, connection, settlements: ports.settlements };
  throw problem(paymentProblems.methodUnavailable, {
    detail: `The store has no payment provider "${name}".`,
    errors: [{ pointer: '/provider', message: `"${name}" is not in "payments" of the config.` }],
  });
}
