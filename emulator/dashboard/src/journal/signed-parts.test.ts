import { expect, test } from 'vitest';
import { signedPartsOf } from './signed-parts.ts';

const headers = { 'webhook-id': 'evt_1', 'webhook-timestamp': '1764150000', 'webhook-signature': 'v1,abc' };
const bodyOf = (text: string, isCut = false) => ({ contentType: null, text, bytes: text.length, isCut });

test('a signed message is taken apart into what its signature is over', () => {
  expect(signedPartsOf({ headers, body: bodyOf('{}') })).toEqual({
    ...{ id: 'evt_1', timestamp: '1764150000', signature: 'v1,abc', body: '{}', isWhole: true },
  });
  expect(signedPartsOf({ headers, body: null })).toMatchObject({ body: '', isWhole: true });
});

test('a body that was not kept whole is told from one that was', () => {
  expect(signedPartsOf({ headers, body: bodyOf('{"a":', true) })?.isWhole).toBe(false);
  expect(signedPartsOf({ headers, body: bodyOf('{"token":"[removed]"}') })?.isWhole).toBe(false);
});

test('a message without a signature has nothing to check', () => {
  expect(signedPartsOf({ headers: {}, body: bodyOf('{}') })).toBeUndefined();
});
