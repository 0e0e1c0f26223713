import { createSecretKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { openText, placeOf, sealText } from './envelope.ts';
import { DamagedEnvelope } from './sealing-errors.ts';

const named = { id: 'k', key: createSecretKey(Buffer.alloc(32, 1)) };
const place = placeOf('main', 'carts', 'cart_1');

test('what is sealed is opened as it was, whatever it holds', () => {
  for (const text of ['', 'Größe 🏮 \u0000', 'x'.repeat(100_000)]) {
    expect(openText(named.key, place, sealText(named, place, text))).toBe(text);
  }
});

test('no single altered character is accepted', () => {
  const envelope = sealText(named, place, 'Ada');
  for (let position = 0; position < envelope.length; position += 1) {
    // The name of the key only says which one to try.
    if (position === 3) continue;
    const other = envelope[position] === 'A' ? 'E' : 'A';
    const altered = envelope.slice(0, position) + other + envelope.slice(position + 1);
    expect(() => openText(named.key, place, altered), altered).toThrow(DamagedEnvelope);
  }
  for (const cut of [envelope.slice(0, -4), 'v1.k.AAAA', 'v2.k.AAAA', '', 'null'])
    expect(() => openText(named.key, place, cut), cut).toThrow(DamagedEnvelope);
});

test('nor is another last character, whose spare bits belong to no byte', () => {
  for (const text of ['A', 'Ad', 'Ada']) {
    const envelope = sealText(named, place, text);
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      if (envelope.endsWith(last)) continue;
      const altered = envelope.slice(0, -1) + last;
      expect(() => openText(named.key, place, altered), altered).toThrow(DamagedEnvelope);
    }
  }
});

test('an envelope opens in its own place alone, which no other parts can spell', () => {
  const envelope = sealText(named, place, 'Ada');
  const other = createSecretKey(Buffer.alloc(32, 2));
  expect(() => openText(other, place, envelope)).toThrow(DamagedEnvelope);
  expect(() => openText(named.key, placeOf('main', 'carts', 'cart_2'), envelope)).toThrow(DamagedEnvelope);
  expect(placeOf('a', 'b,c')).not.toBe(placeOf('a,b', 'c'));
  expect(placeOf('a","b')).not.toBe(placeOf('a', 'b'));
});
