import { createHash } from 'node:crypto';

/**
 * Who counts as one customer for limits: the customer who signed in, else whoever has the e-mail address, which is
 * not kept here; null for a guest of whom nothing is known.
 */
export function customerIdentity({
  customerId,
  email,
}: {
  readonly customerId: string | null;
  readonly email: string | null;
}): string | null {
  if (customerId !== null) return customerId;
  if (email === null) return null;
  return `email:${createHash('sha256').update(email.toLowerCase()).digest('base64url')}`;
}
