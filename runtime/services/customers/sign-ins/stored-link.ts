import { createHash } from 'node:crypto';
import { collection, type StoredDocument } from '../../../store/port.ts';

/** A link that was sent. Its token has 256 bits of its own, and is found by its digest: timing tells nothing of it. */
export interface SignInLink extends StoredDocument {
  readonly tokenDigest: string;
  readonly email: string;
  readonly emailDigest: string;
  readonly locale: string | null;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export const signInLinks = collection<SignInLink, 'email'>({
  name: 'sign_in_links',
  sealed: { email: true },
  indexes: {
    byToken: {
      version: 1,
      columns: [{ name: 'tokenDigest', type: 'text' }],
      unique: true,
      keys: ({ tokenDigest }) => [[tokenDigest]],
    },
    byAddress: {
      version: 1,
      columns: [
        { name: 'emailDigest', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ emailDigest, createdAt }) => [[emailDigest, createdAt]],
    },
    byCreated: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ createdAt }) => [[1, createdAt]],
    },
  },
});

export function linkDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
