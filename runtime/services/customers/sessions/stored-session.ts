import { createHash } from 'node:crypto';
import { collection, type StoredDocument } from '../../../store/port.ts';

/** A customer who is signed in on one device, for as long as its latest refresh token is good. */
export interface CustomerSession extends StoredDocument {
  readonly customerId: string;
  readonly expiresAt: string;
}

/** Found by its token's digest, which its id is made of. Spent ones stay, so that a copy is known when it comes. */
export interface RefreshToken extends StoredDocument {
  readonly sessionId: string;
  readonly isSpent: boolean;
  readonly expiresAt: string;
}

const byExpiry = {
  version: 1,
  columns: [
    { name: 'all', type: 'integer' },
    { name: 'expiresAt', type: 'text' },
  ],
  keys: ({ expiresAt }: { readonly expiresAt: string }) => [[1, expiresAt]],
} as const;

export const customerSessions = collection<CustomerSession>({
  name: 'customer_sessions',
  indexes: {
    byExpiry,
    byCustomer: {
      version: 1,
      columns: [{ name: 'customerId', type: 'text' }],
      keys: ({ customerId }) => [[customerId]],
    },
  },
});

export const refreshTokens = collection<RefreshToken>({
  name: 'refresh_tokens',
  indexes: {
    byExpiry,
    bySession: {
      version: 1,
      columns: [{ name: 'sessionId', type: 'text' }],
      keys: ({ sessionId }) => [[sessionId]],
    },
  },
});

export function refreshTokenId(token: string): string {
  return `rtok_${createHash('sha256').update(token).digest('base64url')}`;
}
