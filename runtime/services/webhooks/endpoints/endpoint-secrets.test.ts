import { expect, test } from 'vitest';
import { makeSecret, rotateSecrets, validSecrets } from './endpoint-secrets.ts';

const noon = new Date('2026-03-01T12:00:00.000Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

test('a secret is 32 random bytes after its prefix, and never the same', () => {
  const secret = makeSecret(noon);
  expect(Buffer.from(secret.value.replace('whsec_', ''), 'base64')).toHaveLength(32);
  expect(makeSecret(noon).value).not.toBe(secret.value);
});

test('two secrets sign for the time of the overlap, the newest first', () => {
  const first = makeSecret(noon);
  const second = makeSecret(later(10));
  const rotated = rotateSecrets([first], second, 60);
  expect(validSecrets(rotated, later(69)).map(({ value }) => value)).toEqual([second.value, first.value]);
  expect(validSecrets(rotated, later(70)).map(({ value }) => value)).toEqual([second.value]);
});

test('a third secret ends the first at once', () => {
  const [first, second, third] = [makeSecret(noon), makeSecret(later(1)), makeSecret(later(2))];
  const rotated = rotateSecrets(rotateSecrets([first], second, 600), third, 600);
  expect(rotated.map(({ value }) => value)).toEqual([third.value, second.value]);
});

test('without an overlap the new one signs alone', () => {
  const [first, second] = [makeSecret(noon), makeSecret(noon)];
  expect(rotateSecrets([first], second, 0)).toEqual([second]);
});
