import { refused, usage } from '../../cli-error.ts';
import { nearestName } from '../../nearest-name.ts';
import type { Shop } from './made.ts';
import { recipes, stepsFor } from './recipes.ts';

/** What only happens when time goes by, or somebody reads a mail. */
const byTime: Readonly<Record<string, string>> = {
  'cart.abandoned':
    'It happens when a cart was left alone for `carts.abandonedAfterSeconds`: move the clock with `hp clock advance`.',
  'cart.checkout_expired':
    'It happens when the time of a checkout is over: move the clock with `hp clock advance`.',
  'cart.resumed': 'It happens when an abandoned cart is changed again.',
};

/**
 * The step that causes an event.
 * @throws {CliError} `unknown_event`, `not_triggerable`
 */
export function knownEvent(event: string, types: readonly string[]): string {
  const step = recipes[event];
  if (step) return step;
  if (types.includes(event)) {
    throw refused('not_triggerable', `${event} can not be triggered.`, {
      fix: byTime[event] ?? '`hp webhooks trigger --list` shows what can.',
      details: { event },
    });
  }
  const nearest = nearestName(event, types);
  throw usage('unknown_event', `There is no event "${event}".`, {
    fix: nearest ? `Did you mean ${nearest}?` : '`hp webhooks trigger --list` shows what there is.',
    details: { event, nearest: nearest ?? null },
  });
}

const cardSteps = new Set(['payment', 'declinedPayment', 'unapprovedPayment', 'paymentToDispute']);

/** Refuses what this store can't do, before anything was done. */
export function checkShop(step: string, { payment }: Shop): void {
  const names = stepsFor(step);
  const needsCard = names.some((name) => cardSteps.has(name));
  const needsMoney = names.includes('paidOrder');
  const isMissing = needsCard ? payment?.provider !== 'stripe' : needsMoney && payment === undefined;
  if (!isMissing) return;
  throw refused(
    'takes_no_payments',
    `The config declares no ${needsCard ? 'card payments' : 'payments'}, so this can't happen here.`,
    {
      fix: 'Declare them in headlesspro.config.ts: payments: { stripe: {} }. `hp dev` has a Stripe of its own.',
    },
  );
}
