import { isIP } from 'node:net';
import type { Context } from '../../context/context.ts';

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
 * What purchases are counted under: keyed digests, so that whoever has the database alone can't tell, by trying, whose
 * they are.
 */
export async function tracesOf(
  context: Pick<Context, 'digestOf'>,
  { ip, email, card }: Traceable,
): Promise<Traces> {
  const digest = async (kind: string, value: string | undefined | null) =>
    value === undefined || value === null
      ? null
      : `${kind}:${await context.digestOf(`fraud ${kind} ${value}`)}`;
  return {
    ip: await digest('ip', ip === null ? null : networkOf(ip)),
    email: await digest('email', email === null ? null : mailboxOf(email)),
    card: await digest('card', card),
  };
}

/** Purchases of one trace always queue at the same of 256 places. */
export function queueOf(trace: string): string {
  const hash = [...trace].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7);
  return `fque_${(hash % 256).toString(16).padStart(2, '0')}`;
}
