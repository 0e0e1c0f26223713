import { describe, expect, test } from 'vitest';
import { checkSignature, signatureOf } from './signature.ts';

const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const message = {
  key,
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
};
const now = 1_614_265_330_000;

test('signs as the specification of Standard Webhooks has it', async () => {
  expect(await signatureOf(message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

async function verdict(changes: Partial<typeof message & { signature: string }>, at = now) {
  const signature = await signatureOf(message);
  return checkSignature({ ...message, signature, ...changes }, at);
}

describe('a check says', () => {
  test('that it is good', async () => {
    expect(await verdict({})).toMatchObject({ isGood: true });
  });
  test('that one of several is good, after a rotation', async () => {
    const signature = `v1,other ${await signatureOf(message)}`;
    expect(await verdict({ signature })).toMatchObject({ isGood: true });
  });
  test('how old it is', async () => {
    expect(await verdict({}, now + 3_600_000)).toMatchObject({
      isGood: false,
      because: expect.stringContaining('60 minutes'),
    });
  });
  test.each([
    ['no signature', { signature: '' }, 'missing'],
    ['a time that is none', { timestamp: 'now' }, 'no number'],
    ['another version', { signature: 'v1a,abc' }, 'begins with'],
    ['a secret that is none', { key: 'whsec_%%' }, 'base64'],
    ['another secret', { key: 'whsec_AAAA' }, 'another endpoint'],
    ['another body', { body: '{"test": 1}' }, 'changed on its way'],
    ['a line break at the end', { body: '{"test": 2432232314}\n' }, 'space was cut off'],
  ])('what is wrong with %s', async (_what, changes, words) => {
    expect(await verdict(changes)).toMatchObject({ isGood: false, because: expect.stringContaining(words) });
  });
  test('that the body was parsed and written again', async () => {
    const signature = await signatureOf({ ...message, body: '{"test":2432232314}' });
    expect((await verdict({ signature })).because).toContain('parsed and written again');
  });
});
