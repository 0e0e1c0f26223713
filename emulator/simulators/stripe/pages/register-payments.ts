import type { FastifyInstance } from 'fastify';
import { simulatedStripeKey } from '../../simulated-stripe-key.ts';
import type { SessionOf, SimulatorContext } from '../../simulator.ts';
import { accountOfKey } from '../account.ts';
import type { Charge } from '../charges/charge.ts';
import { objects } from '../collections.ts';
import type { PaymentIntent } from '../payment-intents/payment-intent.ts';
import { sendPage } from './layout.ts';
import { type Payment, paymentsPage } from './payments-page.ts';

/** The latest are shown. */
const shown = 100;

/** The store's own: a program that brings another test key has an account of its own, and sees it by its SDK. */
const account = accountOfKey(simulatedStripeKey);

async function latestPayments({ store }: SimulatorContext): Promise<Payment[]> {
  const { items } = await store.query(objects, {
    index: 'found_by',
    where: { account, type: 'payment_intent', filter: '', value: '' },
    direction: 'descending',
    pageSize: shown,
  });
  // Of the type that the query names.
  const intents = items.map(({ document }) => document.object as unknown as PaymentIntent);
  const charges = await store.getMany(
    objects,
    intents.flatMap(({ latest_charge: charge }) => (charge === null ? [] : [charge])),
  );
  // What the intents call their charges.
  const byId = new Map(charges.map((found) => [found?.id, found?.object as unknown as Charge | undefined]));
  return intents.map((intent) => ({ intent, charge: byId.get(intent.latest_charge ?? undefined) }));
}

/** Serves what stands at the root of the simulator: what was paid, as the merchant sees it. */
export function registerPayments(server: FastifyInstance, sessionOf: SessionOf): void {
  server.get('/', async (request, reply) => {
    const payments = await latestPayments(sessionOf(request).context);
    return sendPage(reply, 200, 'Payments', paymentsPage(payments), 'wide');
  });
}
