import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mailboxOf, networkOf, queueOf, tracesOf } from './traces.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', undefined],
  ['', undefined],
])('the network of "%s" is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['Ada@Example.com ', 'ada@example.com'],
  ['ada+shop@example.com', 'ada@example.com'],
  ['+@example.com', undefined],
  ['ada', undefined],
])('the mailbox of "%s" is %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});

/** As the runtime makes them, with a key of its own. */
const keyed = (key: string) => ({
  digestOf: async (text: string) => createHmac('sha256', key).update(text).digest('base64url'),
});

describe('traces', () => {
  const given = { ip: '203.0.113.7', email: 'ada@example.com', card: 'stripe:fp_1' };

  test('tell nothing of what they are made of, and differ by the key', async () => {
    const traces = await tracesOf(keyed('one'), given);
    const text = JSON.stringify(traces);
    for (const value of ['203.0', 'ada@', 'example', 'fp_1']) expect(text).not.toContain(value);
    expect((await tracesOf(keyed('another'), given)).email).not.toBe(traces.email);
    expect(await tracesOf(keyed('one'), { ...given, email: 'ADA+x@example.com' })).toEqual(traces);
  });

  test('of what is not known are null', async () => {
    expect(await tracesOf(keyed('one'), { ip: 'unknown', email: null, card: null })).toEqual({
      ...{ ip: null, email: null, card: null },
    });
  });

  test('queue at one of 256 places', async () => {
    const places = Array.from({ length: 5000 }, (_, index) => queueOf(`ip:${index}`));
    expect(new Set(places).size).toBe(256);
    expect(places.every((place) => /^fque_[0-9a-f]{2}$/.test(place))).toBe(true);
  });
});
