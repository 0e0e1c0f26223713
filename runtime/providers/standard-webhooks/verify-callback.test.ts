import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { verifyAt } from './verify-callback.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const body = Buffer.from('{"test": 2432232314}');
const now = 1_614_265_330;
const headers = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': String(now),
  'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const verify = (change: object = {}, at = now, secrets = [secret]) =>
  verifyAt(at)({ ...headers, ...change }, body, secrets);

test("the specification's own example is believed", () => {
  expect(verify()).toEqual({ messageId: headers['webhook-id'] });
});

test('what the public library signs is believed', () => {
  const signature = new Webhook(secret).sign('msg_1', new Date(now * 1000), body.toString());
  expect(verify({ 'webhook-id': 'msg_1', 'webhook-signature': signature })).toEqual({ messageId: 'msg_1' });
});

test('either secret of a rotation is enough, and either signature', () => {
  expect(verify({}, now, ['whsec_AAAA', ` ${secret}`])).toHaveProperty('messageId');
  const signature = `v1,AAAA ${headers['webhook-signature']}`;
  expect(verify({ 'webhook-signature': signature })).toHaveProperty('messageId');
});

test.each([
  ['another id', { 'webhook-id': 'msg_2' }, now],
  ['another time', { 'webhook-timestamp': String(now + 1) }, now],
  ['no signature', { 'webhook-signature': undefined }, now],
  ['another version', { 'webhook-signature': headers['webhook-signature'].replace('v1,', 'v1a,') }, now],
  ['an id with a dot', { 'webhook-id': 'msg.1' }, now],
  ['a time that is none', { 'webhook-timestamp': 'now' }, now],
  ['a time long ago', {}, now + 301],
  ['a time to come', {}, now - 301],
])('%s is refused', (_what, change, at) => {
  expect(verify(change, at)).toHaveProperty('fault');
});

test.each([1, 23])('a secret of %i bytes is none, whoever signs with it', (bytes) => {
  const key = Buffer.alloc(bytes, 7);
  const signed = `${headers['webhook-id']}.${now}.${body.toString()}`;
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  const short = `whsec_${key.toString('base64')}`;
  expect(verify({ 'webhook-signature': signature }, now, [short])).toHaveProperty('fault');
});

test('another secret, and none, are refused', () => {
  expect(verify({}, now, ['whsec_AAAA'])).toHaveProperty('fault');
  expect(verify({}, now, [''])).toHaveProperty('fault');
});
