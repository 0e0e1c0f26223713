import { emit } from '../events/emit.ts';
import { change, findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { type CheckoutSession, checkoutSessions } from './checkout-session.ts';

/** Closes a session that nobody completed; one that is not open is left as it is. */
export async function expireSession(work: Work, id: string): Promise<CheckoutSession> {
  const { object } = await findOrRefuse(work, checkoutSessions, id);
  if (object.status !== 'open') return object;
  const expired = await change(work, checkoutSessions, id, { status: 'expired', url: null });
  await emit(work, 'checkout.session.expired', expired);
  return expired;
}
