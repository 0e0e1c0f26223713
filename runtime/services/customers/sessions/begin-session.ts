import type { Context, SignedInCustomer } from '../../../context/context.ts';
import { accessSeconds, makeAccessToken } from './access-token.ts';
import { customerSessions, refreshTokenId, refreshTokens } from './stored-session.ts';

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
}

/** A session that nobody comes back to ends after this. */
const idleSeconds = 30 * 24 * 3600;

export function sessionEnd({ clock }: Context): string {
  return new Date(clock.now().getTime() + idleSeconds * 1000).toISOString();
}

/** The next pair of tokens of a session. The refresh token is answered here and nowhere else. */
export async function nextTokens(
  context: Context,
  sessionId: string,
  customer: SignedInCustomer,
): Promise<SessionTokens> {
  const refreshToken = context.newSecret();
  await context.store.insert(refreshTokens, {
    ...{ id: refreshTokenId(refreshToken), sessionId, isSpent: false, expiresAt: sessionEnd(context) },
  });
  return { accessToken: await makeAccessToken(context, customer), refreshToken, expiresIn: accessSeconds };
}

export async function beginSession(context: Context, customer: SignedInCustomer): Promise<SessionTokens> {
  const id = context.ids.next('cses');
  await context.store.insert(customerSessions, {
    ...{ id, customerId: customer.id, expiresAt: sessionEnd(context) },
  });
  return nextTokens(context, id, customer);
}
