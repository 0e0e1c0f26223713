import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signatureHeaders } from './sign.ts';

test('the signature is that of the specification', () => {
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'];
  const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
  const headers = signatureHeaders(id, new Date(1_614_265_330_000), '{"test": 2432232314}', secrets);
  expect(headers).toEqual({
    'webhook-id': id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('each of two secrets verifies what both have signed', () => {
  const secrets = ['first secret of a store, 32 byte', 'other secret of a store, 32 byte'].map(
    (text) => `whsec_${Buffer.from(text).toString('base64')}`,
  );
  const body = JSON.stringify({ type: 'order.placed', data: { name: 'Größe' } });
  const headers = signatureHeaders('evt_1', new Date(), body, secrets);
  for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(`whsec_${btoa('somebody else with 24 bytes')}`).verify(body, headers)).toThrow();
});
