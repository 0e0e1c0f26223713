import { expect, test } from 'vitest';
import { createEncryptionKeyText, parseEncryptionKeys } from './encryption-keys.ts';

const key = Buffer.alloc(32, 7).toString('base64');

test('keys are read in their order, with spaces and line ends around them', () => {
  const [first, ...others] = parseEncryptionKeys(` 2027:${key},\n2026:${key}\n`);
  expect([first.id, ...others.map(({ id }) => id)]).toEqual(['2027', '2026']);
  expect(first.key.export()).toEqual(Buffer.alloc(32, 7));
});

test('a key that is made can be read, and is another one each time', () => {
  const [made, other] = [createEncryptionKeyText('a'), createEncryptionKeyText('a')];
  expect(parseEncryptionKeys(made)[0].id).toBe('a');
  expect(made).not.toBe(other);
});

test.each([
  ['', 'there is none'],
  [' , ', 'there is none'],
  [key, 'number 1 does not read id:base64'],
  [`a:${key},b`, 'number 2 does not read id:base64'],
  [`a b:${key}`, 'number 1 does not read id:base64'],
  ['a:c2hvcnQ=', 'number 1 ("a") is not 32 bytes'],
  [`a:${key.slice(0, -2)}!=`, 'number 1 ("a") is not 32 bytes'],
  [`a:${key},a:${key}`, 'two of them are called "a"'],
])('%j is refused, and not repeated', (text, reason) => {
  expect(() => parseEncryptionKeys(text)).toThrow(reason);
  if (text.length > 8) expect(() => parseEncryptionKeys(text)).not.toThrow(text.slice(4));
});
