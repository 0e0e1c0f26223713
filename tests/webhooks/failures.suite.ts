import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenWebhooks, givenWebhooks } from './given-webhooks.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const day = 86_400;

export function failureSuite(openEngine: OpenEngine): void {
  describe('an endpoint that fails', () => {
    let store: GivenWebhooks;
    let receiver: Receiver;

    beforeEach(async () => {
      store = await givenWebhooks(openEngine);
      receiver = await startReceiver();
    });
    afterEach(async () => {
      await store.close();
      await receiver.close();
    });

    const only = async () => {
      const [delivery] = await store.deliveries();
      return store.delivery(delivery.id);
    };
    const secondsToNext = async () => {
      const { nextAttemptAt } = await only();
      return (Date.parse(nextAttemptAt) - store.now().getTime()) / 1000;
    };

    test('is tried ten times over three days, with the same id, and then it is a dead letter', async () => {
      receiver.behave(503);
      const { id: endpointId } = await store.endpoint(receiver.url, { disableAfterDays: null });
      await store.category('Shoes');
      await store.drain();
      for (const wait of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
        const seconds = await secondsToNext();
        expect(seconds).toBeGreaterThanOrEqual(wait);
        expect(seconds).toBeLessThanOrEqual(wait * 1.2);
        store.moveClock(seconds - 0.1);
        await store.drain();
        store.moveClock(0.1);
        await store.drain();
      }
      expect(receiver.received).toHaveLength(10);
      expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
      const dead = await only();
      expect(dead).toMatchObject({ state: 'dead', attemptCount: 10, nextAttemptAt: null, lastStatus: 503 });
      expect(dead.lastError).toBe('It answered 503.');
      expect(dead.attempts.at(0).nextAttemptAt).not.toBeNull();
      expect(dead.attempts.at(-1).nextAttemptAt).toBeNull();
      expect(await store.deliveries('?state=dead')).toHaveLength(1);
      // What is dead is replayed by its time, and succeeds.
      receiver.behave(200);
      const from = '2026-03-01T00:00:00Z';
      const replay = await store.request(`POST /v1/webhooks/endpoints/${endpointId}/replay`, { from });
      expect(replay.body).toEqual({ count: 1 });
      await store.drain();
      expect(await only()).toMatchObject({ state: 'delivered', attemptCount: 11 });
    });

    test('says in words what went wrong', async () => {
      const reasons = new Map<string, string>();
      for (const behaviour of ['hang', 'drop', 404] as const) {
        receiver.behave(behaviour);
        const { id } = await store.endpoint(receiver.url, { events: ['category.created'] });
        await store.category(`To ${behaviour}`);
        await store.drain();
        const [delivery] = await store.deliveries(`?endpointId=${id}`);
        reasons.set(String(behaviour), delivery.lastError);
        await store.request(`DELETE /v1/webhooks/endpoints/${id}`);
      }
      expect(reasons.get('hang')).toBe('No answer came within 0.4 seconds.');
      expect(reasons.get('drop')).toContain('closed the connection before it answered');
      expect(reasons.get('404')).toBe('It answered 404.');
      const { id } = await store.endpoint('http://127.0.0.1:1/');
      await store.category('To nobody');
      await store.drain();
      expect((await store.deliveries(`?endpointId=${id}`))[0].lastError).toBe(
        'Nothing listens at 127.0.0.1:1.',
      );
    });

    test('is not followed to where it redirects', async () => {
      const elsewhere = await startReceiver();
      receiver.behave({ status: 307, headers: { location: elsewhere.url } });
      await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      expect(elsewhere.received).toEqual([]);
      expect(await only()).toMatchObject({ state: 'pending', lastStatus: 307 });
      expect((await only()).lastError).toContain(`to ${elsewhere.url}: redirects are not followed`);
      await elsewhere.close();
    });

    test('may answer without end: 2xx is success, and only the beginning is read', async () => {
      receiver.behave('flood');
      await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      const { state, attempts } = await only();
      expect(state).toBe('delivered');
      expect(attempts[0].response).toMatchObject({ status: 200, isBodyCut: true });
      expect(attempts[0].response.body).toHaveLength(8192);
      expect(receiver.flooded()).toBeLessThan(50_000_000);
      receiver.behave('stall');
      await store.category('Hats');
      await store.drain();
      const [latest] = await store.deliveries();
      expect(latest.state).toBe('delivered');
      expect((await store.delivery(latest.id)).attempts[0].response).toMatchObject({
        ...{ body: 'to be continued', isBodyCut: true },
      });
    });

    test('can ask for time', async () => {
      receiver.behave({ status: 429, headers: { 'retry-after': '3600' } });
      await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      expect(await secondsToNext()).toBe(3600);
      expect((await only()).lastError).toBe('It answered 429, and asked to wait for 3600 seconds.');
    });

    test('is disabled at once where it answers 410', async () => {
      receiver.behave(410);
      const { id } = await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      const { body } = await store.request(`GET /v1/webhooks/endpoints/${id}`);
      expect(body).toMatchObject({ status: 'disabled', statusReason: expect.stringContaining('410') });
      expect(await only()).toMatchObject({ state: 'dead', attemptCount: 1 });
      expect((await store.events()).map(({ type }) => type)).toContain('webhook_endpoint.disabled');
    });

    test('is disabled after five days of nothing but failures; what came meanwhile is replayed', async () => {
      receiver.behave(500);
      const watcher = await startReceiver();
      await store.endpoint(watcher.url, { events: ['webhook_endpoint.disabled'] });
      const { id } = await store.endpoint(receiver.url);
      const status = async () => (await store.request(`GET /v1/webhooks/endpoints/${id}`)).body;
      await store.category('Day 0');
      await store.drain();
      expect((await status()).failingSince).toBe(store.now().toISOString());
      store.moveClock(4 * day);
      await store.category('Day 4');
      await store.drain();
      expect((await status()).status).toBe('active');
      store.moveClock(day + 1);
      await store.drain();
      expect(await status()).toMatchObject({ status: 'disabled' });
      expect((await status()).statusReason).toContain('for 5 days');
      expect(watcher.received.map(({ event }) => event.type)).toEqual(['webhook_endpoint.disabled']);
      const { body: mails } = await store.request('GET /v1/mail/messages');
      expect(mails.data).toMatchObject([
        { kind: 'webhook_endpoint_disabled', to: 'operations@fashion.test' },
      ]);
      const { body: mail } = await store.request(`GET /v1/mail/messages/${mails.data[0].id}`);
      expect(mail.text).toContain(receiver.url);
      expect(mail.text).toContain('for 5 days');
      const tries = receiver.received.length;
      await store.category('Day 5');
      await store.drain();
      expect(receiver.received).toHaveLength(tries);
      const dead = await store.deliveries(`?endpointId=${id}&state=dead`);
      expect(dead).toHaveLength(3);
      expect(dead[0].lastError).toContain('the endpoint was disabled');
      const replay = (body: object) => store.request(`POST /v1/webhooks/endpoints/${id}/replay`, body);
      const from = '2026-03-01T00:00:00Z';
      expect(await replay({ from })).toMatchObject({
        status: 409,
        body: { code: 'webhook_endpoint_state', details: { status: 'disabled', moves: ['resume'] } },
      });
      receiver.behave(200);
      const resumed = await store.request(`POST /v1/webhooks/endpoints/${id}/resume`);
      expect(resumed.body).toMatchObject({ status: 'active', failingSince: null });
      expect((await replay({ from })).body).toEqual({ count: 3 });
      await store.drain();
      expect(await store.deliveries(`?endpointId=${id}&state=delivered`)).toHaveLength(3);
      await watcher.close();
    });

    test('that works now and then is never disabled', async () => {
      const { id } = await store.endpoint(receiver.url);
      for (const [index, behaviour] of [500, 200, 500, 500].entries()) {
        receiver.behave(behaviour);
        await store.category(`Category ${index}`);
        await store.drain();
        store.moveClock(4 * day);
      }
      const { body } = await store.request(`GET /v1/webhooks/endpoints/${id}`);
      expect(body.status).toBe('active');
    });

    test('keeps no other waiting, though it hangs', async () => {
      receiver.behave('hang');
      const good = await startReceiver();
      await store.listen();
      await store.endpoint(receiver.url);
      await store.endpoint(good.url);
      for (let count = 0; count < 20; count += 1) await store.category(`Category ${count}`);
      await expect.poll(() => good.received.length, { timeout: 5000, interval: 10 }).toBe(20);
      const { state } = (await store.deliveries('?state=pending'))[0];
      expect(state).toBe('pending');
      // Those that hang are down to a few at a time.
      expect(receiver.atOnce()).toBeLessThanOrEqual(4);
      await good.close();
    });

    test('is no failure where it is only slow, and keeps no other waiting', async () => {
      receiver.behave('slow');
      const good = await startReceiver();
      const { id } = await store.endpoint(receiver.url);
      await store.endpoint(good.url);
      for (let count = 0; count < 20; count += 1) await store.category(`Category ${count}`);
      await store.drain();
      const last = good.received.at(-1)?.at ?? Number.NaN;
      expect(last).toBeLessThan(receiver.received.at(-1)?.at ?? Number.NaN);
      const sent = await store.deliveries(`?endpointId=${id}&pageSize=100`);
      expect(sent).toHaveLength(20);
      expect(sent.every(({ state, attemptCount }) => state === 'delivered' && attemptCount === 1)).toBe(true);
      await good.close();
    });

    test('on a host that is not public is refused where it is sent, too', async () => {
      const hosted = await givenWebhooks(openEngine, undefined, {
        outgoing: {
          // As if the name led to another address since the endpoint was made.
          refusalOf: () => undefined,
          send: (request) =>
            import('../../runtime/outgoing/index.ts').then(({ createHttpOutgoing }) =>
              createHttpOutgoing({ allowLoopback: false }).send(request),
            ),
        },
      });
      await hosted.endpoint(receiver.url);
      await hosted.category('Shoes');
      await hosted.drain();
      expect(receiver.received).toEqual([]);
      expect((await hosted.deliveries())[0]).toMatchObject({ state: 'pending', lastStatus: null });
      expect((await hosted.deliveries())[0].lastError).toContain(
        '127.0.0.1 is not an address of the public internet',
      );
      await hosted.close();
    });
  });
}
