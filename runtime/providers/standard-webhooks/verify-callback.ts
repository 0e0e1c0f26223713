import { createHmac, timingSafeEqual } from 'node:crypto';
import type { VerifyCallback } from '../../services/integrations/index.ts';

/** Seconds that a signature may be old, or ahead: the reference library's. */
const tolerance = 300;
/** The least that the specification lets a secret have: a shorter one is guessed, or stands for none. */
const fewestKeyBytes = 24;
/** Entries of a header that are looked at: a sender that rotates has two. */
const mostSignatures = 10;

function headerOf(headers: Parameters<VerifyCallback>[0], name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function isSame(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Standard Webhooks, version 1 (HMAC-SHA256): `now` is the machine's time in seconds. */
export function verifyAt(now: number): VerifyCallback {
  return (headers, body, secrets) => {
    const id = headerOf(headers, 'webhook-id');
    const timestamp = headerOf(headers, 'webhook-timestamp');
    const signatures = headerOf(headers, 'webhook-signature').split(' ').slice(0, mostSignatures);
    if (id === '' || timestamp === '' || signatures[0] === '') {
      return { fault: 'webhook-id, webhook-timestamp and webhook-signature are needed.' };
    }
    if (!/^[^.\s]{1,200}$/.test(id))
      return { fault: 'webhook-id is too long, or has a dot or a space in it.' };
    if (!/^\d{1,12}$/.test(timestamp)) return { fault: 'webhook-timestamp is no time in seconds.' };
    if (Number(timestamp) < now - tolerance) return { fault: 'it was signed more than five minutes ago.' };
    if (Number(timestamp) > now + tolerance)
      return { fault: 'it was signed more than five minutes ahead of now.' };
    const matches = secrets.some((secret) => {
      const key = Buffer.from(secret.trim().replace(/^whsec_/, ''), 'base64');
      if (key.length < fewestKeyBytes) return false;
      const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
      return signatures.some((signature) => isSame(signature, `v1,${mac}`));
    });
    return matches
      ? { messageId: id }
      : { fault: 'no signature is made with the secret of the integration.' };
  };
}

export const verifyCallback: VerifyCallback = (headers, body, secrets) =>
  verifyAt(Math.floor(Date.now() / 1000))(headers, body, secrets);
