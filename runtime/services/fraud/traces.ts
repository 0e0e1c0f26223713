import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';

/** `fraud_digest_keys` document of a store. */
export const digestKeyId = 'fkey_digests';

/** An IPv4 address as it is; of an IPv6 address the 64 bits of the network, of which one household has all others. */
export function networkOf(address: string): string | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) === 4) return mapped ?? address;
  if (isIP(address) !== 6) return undefined;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** One mailbox, however it is written: `Ada+shop@Example.com` is `ada@example.com`. */
export function mailboxOf(email: string): string | undefined {
  const [, local, domain] = /^([^+@]+)(?:\+[^@]*)?@(.+)$/.exec(email.trim().toLowerCase()) ?? [];
  return local === undefined || domain === undefined ? undefined : `${local}@${domain}`;
}

export interface Traceable {
  readonly ip: string | null;
  readonly email: string | null;
  /** The provider, and its name for the card. */
  readonly card: string | null;
}

export type Traces = Readonly<Record<'ip' | 'email' | 'card', string | null>>;

/**
 * What purchases are counted under. Digests with the store's own key: whoever finds them can't tell, by trying, whose
 * they are.
 */
export function tracesOf({ ip, email, card }: Traceable, secret: string): Traces {
  const digest = (kind: string, value: string | undefined | null) =>
    value === undefined || value === null
      ? null
      : `${kind}:${createHmac('sha256', secret).update(`${kind}:${value}`).digest('base64url')}`;
  return {
    ip: digest('ip', ip === null ? null : networkOf(ip)),
    email: digest('email', email === null ? null : mailboxOf(email)),
    card: digest('card', card),
  };
}

/** Two hexadecimal digits: purchases of one trace always queue at the same of 256 places. */
export function queueOf(trace: string): string {
  const byte = createHmac('sha256', 'queue').update(trace).digest('hex').slice(0, 2);
  return `fque_${byte}`;
}
