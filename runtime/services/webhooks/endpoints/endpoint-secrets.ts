import { randomBytes } from 'node:crypto';

export interface EndpointSecret {
  /** `whsec_…` */
  readonly value: string;
  readonly createdAt: string;
  /** Null for the newest. */
  readonly expiresAt: string | null;
}

/** A secret as Standard Webhooks has it: 24 to 64 random bytes in base64, after a prefix. */
export function makeSecret(now: Date): EndpointSecret {
  return {
    value: `whsec_${randomBytes(32).toString('base64')}`,
    createdAt: now.toISOString(),
    expiresAt: null,
  };
}

/** Those that sign at a time, newest first. */
export function validSecrets(secrets: readonly EndpointSecret[], now: Date): EndpointSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now.toISOString());
}

/** With a new one; the one before signs on for a while, and any older one no more. */
export function rotateSecrets(
  secrets: readonly EndpointSecret[],
  next: EndpointSecret,
  overlapSeconds: number,
): EndpointSecret[] {
  const expiresAt = new Date(Date.parse(next.createdAt) + overlapSeconds * 1000).toISOString();
  const before = secrets.filter((secret) => secret.expiresAt === null && overlapSeconds > 0);
  return [next, ...before.map((secret) => ({ ...secret, expiresAt }))];
}
