import type { Context, StepsContext } from '../../../context/context.ts';
import { customerProblems } from '../../../contract/customers/index.ts';
import { problem } from '../../../contract/problem.ts';
import { customers } from '../customers/stored-customer.ts';
import { nextTokens, type SessionTokens, sessionEnd } from './begin-session.ts';
import { endSession } from './end-sessions.ts';
import { customerSessions, refreshTokenId, refreshTokens } from './stored-session.ts';

/** The next tokens for one that is good; undefined where it is not, or was used before: then its session ends. */
async function rotate(context: Context, refreshToken: string): Promise<SessionTokens | undefined> {
  const { store, clock } = context;
  const token = await store.get(refreshTokens, refreshTokenId(refreshToken), { lock: true });
  if (!token || token.expiresAt <= clock.now().toISOString()) return undefined;
  const session = await store.get(customerSessions, token.sessionId, { lock: true });
  const customer = session && (await store.get(customers, session.customerId));
  if (!session || !customer) return undefined;
  if (token.isSpent) {
    await endSession(context, session.id);
    await context.emit('customer.session_revoked', customer.id, { id: customer.id });
    return undefined;
  }
  await store.update(refreshTokens, token.id, (current) => ({ ...current, isSpent: true }));
  await store.update(customerSessions, session.id, (current) => ({
    ...current,
    expiresAt: sessionEnd(context),
  }));
  return nextTokens(context, session.id, customer);
}

/** Works in steps because what a copied token does must stay when it is refused. */
export async function refreshSession(context: StepsContext, refreshToken: string): Promise<SessionTokens> {
  const tokens = await context.transaction((step) => rotate(step, refreshToken));
  if (tokens) return tokens;
  throw problem(customerProblems.sessionEnded, {
    detail: 'This refresh token is too old, was used before, or belongs to a session that has ended.',
  });
}
