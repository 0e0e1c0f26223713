import { expect, onTestFinished, test } from 'vitest';
import { startReceiver } from './webhook-receiver.ts';

/** A receiver, and what posts to its address, which is otherwise known to the store alone. */
async function givenReceiver() {
  let url = '';
  const receiver = await startReceiver(async (_route, body) => {
    if (body && 'url' in body) url = String(body.url);
  });
  onTestFinished(() => receiver.close());
  const post = async (body: string) => (await fetch(url, { method: 'POST', body })).status;
  return { receiver, post };
}

test.each(['no JSON at all', '', 'null', '{"subject":"x"}'])(
  'what is no webhook is answered with 400, and those that follow are received: %s',
  async (body) => {
    const { receiver, post } = await givenReceiver();
    expect(await post(body)).toBe(400);
    expect(receiver.received).toEqual([]);
    expect(await post('{"type":"order.placed"}')).toBe(204);
    expect(await receiver.waitFor('order.*')).toMatchObject({ type: 'order.placed' });
  },
);
