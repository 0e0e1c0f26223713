import type { Context } from '../../../context/context.ts';
import { customerSessions, refreshTokens } from './stored-session.ts';

/** Enough for any: a session has a token for each ten minutes it is used. */
const all = 10_000;

/** Ends a session: its tokens are good for nothing from here on. */
export async function endSession({ store }: Context, sessionId: string): Promise<void> {
  const { items } = await store.query(refreshTokens, {
    ...{ index: 'bySession', where: { sessionId }, pageSize: all },
  });
  for (const { document } of items) await store.delete(refreshTokens, document.id);
  if (await store.get(customerSessions, sessionId)) await store.delete(customerSessions, sessionId);
}

/** Ends a customer's sessions on all devices. */
export async function endSessionsOf(context: Context, customerId: string): Promise<void> {
  const { items } = await context.store.query(customerSessions, {
    ...{ index: 'byCustomer', where: { customerId }, pageSize: all },
  });
  for (const { document } of items) await endSession(context, document.id);
}

/** Takes away what is over, a few hundred at a time. */
export async function forgetOldSessions({ store, clock }: Context): Promise<void> {
  const before = clock.now().toISOString();
  for (const from of [refreshTokens, customerSessions]) {
    const due = { index: 'byExpiry', where: { all: 1 }, range: { before }, pageSize: 500 };
    const { items } = await store.queryIds(from, due);
    for (const { id } of items) await store.delete(from, id);
  }
}
