import type { HandlersOf } from '../../../context/service.ts';
import type { CustomerOperations } from '../../../contract/customers/index.ts';
import { endSession, endSessionsOf } from './end-sessions.ts';
import { refreshSession } from './refresh-session.ts';
import { customerSessions, refreshTokenId, refreshTokens } from './stored-session.ts';

type SessionOperation = Extract<keyof CustomerOperations, `customers.sessions.${string}`>;

export const sessionHandlers: Pick<HandlersOf<CustomerOperations>, SessionOperation> = {
  async 'customers.sessions.refresh'(context, { refreshToken }) {
    return refreshSession(context, refreshToken);
  },

  async 'customers.sessions.end'(context, { refreshToken, everywhere = false }) {
    const { store } = context;
    const token = await store.get(refreshTokens, refreshTokenId(refreshToken), { lock: true });
    const session = token && (await store.get(customerSessions, token.sessionId));
    if (!session) return null;
    const { id, customerId } = session;
    // A spent one may be a copy; it ends no more than its own session.
    if (everywhere && !token.isSpent) await endSessionsOf(context, customerId);
    else await endSession(context, id);
    await context.emit('customer.signed_out', customerId, { id: customerId });
    return null;
  },
};
