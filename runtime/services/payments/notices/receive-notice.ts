import type { Context, StepsContext } from '../../../context/context.ts';
import type { Receiver } from '../../../context/service.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import type { Reader } from '../../../store/port.ts';
import type { ProviderNotice } from '../payment-provider.ts';
import { readAgain } from '../payments/settle-payment.ts';
import { payments, type StoredPayment } from '../payments/stored-payment.ts';
import { type PaymentPorts, reach } from '../ports.ts';
import { paymentNotices } from './stored-notice.ts';
import { tellsNews } from './tells-news.ts';

/** Providers give up on a notice within days; a month later none comes again. */
const keptSeconds = 30 * 24 * 3600;

/** Notices forgotten a run; the rest follow in the next one. */
const most = 500;

async function paymentOf(
  store: Reader,
  provider: string,
  { paymentId, references }: ProviderNotice,
): Promise<StoredPayment | undefined> {
  const named = paymentId === null ? undefined : await store.get(payments, paymentId);
  if (named?.provider === provider) return named;
  for (const reference of references) {
    const found = await store.find(payments, 'byReference', { provider, reference });
    if (found) return found;
  }
  return undefined;
}

async function keep(
  context: StepsContext,
  provider: string,
  { noticeId, type }: ProviderNotice,
  paymentId: string | null,
): Promise<void> {
  const expiresAt = new Date(context.clock.now().getTime() + keptSeconds * 1000).toISOString();
  const id = `${provider}:${noticeId}`;
  try {
    await context.transaction(({ store }: Context) =>
      store.insert(paymentNotices, { id, provider, type, paymentId, expiresAt }),
    );
  } catch (error) {
    // The same notice came twice at a time; both have read the truth.
    if (!(error instanceof UniqueViolation)) throw error;
  }
}

/**
 * Takes a provider's notices. A notice is believed to say only whether to read again: so old news and news in the wrong
 * order do no harm. It is kept when it is handled, so that one that was cut off is handled when it
 * is sent again.
 */
export function noticeReceiver(ports: PaymentPorts, name: string): Receiver {
  return async (context, { headers, body }) => {
    const reached = await reach(context, ports, name);
    const notice = await reached.provider.receive(headers, body, reached.connection);
    if (!notice) return;
    if (await context.store.get(paymentNotices, `${name}:${notice.noticeId}`)) return;
    const named = await paymentOf(context.store, name, notice);
    if (named) await reached.settlements.over(named.id);
    const payment = named && (await context.store.get(payments, named.id));
    if (payment && (notice.standing === null || tellsNews(payment, notice.standing))) {
      const reference = payment.providerReference ?? notice.references[0] ?? null;
      await readAgain(context, reached, payment, reference);
    }
    await keep(context, name, notice, payment?.id ?? null);
  };
}

/** Forgets notices that can't come again. */
export async function forgetNotices({ store, clock }: Context): Promise<void> {
  const { items } = await store.query(paymentNotices, {
    ...{ index: 'byExpiry', where: { all: 1 }, pageSize: most },
    range: { before: clock.now().toISOString() },
  });
  for (const { document } of items) await store.delete(paymentNotices, document.id);
}
