import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { type GivenWebhooks, givenWebhooks } from './given-webhooks.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export function deliverySuite(openEngine: OpenEngine): void {
  describe('deliveries', () => {
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

    test('an event is sent once, signed so that the library of Standard Webhooks verifies it', async () => {
      const { id, secret } = await store.endpoint(receiver.url);
      const category = await store.category('Shoes');
      await store.drain();
      await store.drain();
      expect(receiver.received).toHaveLength(1);
      const [{ headers, body, event }] = receiver.received as [(typeof receiver.received)[0]];
      const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(verified).toMatchObject({
        ...{ type: 'category.created', subject: category.id, id: headers['webhook-id'] },
        ...{ timestamp: store.now().toISOString(), data: { id: category.id, name: 'Shoes' } },
      });
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'webhook-api-version': 'v1' });
      expect(headers['webhook-id']).not.toContain('.');
      expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      const [delivery] = await store.deliveries();
      expect(delivery).toMatchObject({
        ...{ endpointId: id, state: 'delivered', eventId: event.id, eventType: 'category.created' },
        ...{ subject: category.id, attemptCount: 1, lastStatus: 200, lastError: null, nextAttemptAt: null },
      });
      expect(headers.traceparent).toContain(delivery.traceId);
    });

    test('an attempt is kept with what was sent and what came back, its secrets left out', async () => {
      receiver.behave({ status: 201, headers: { 'x-receiver': 'yes' }, body: 'thank you' });
      await store.endpoint(receiver.url, { headers: [{ name: 'Authorization', value: 'Bearer erp-token' }] });
      await store.category('Shoes');
      await store.drain();
      const [received] = receiver.received;
      expect(received?.headers.authorization).toBe('Bearer erp-token');
      const [{ id }] = (await store.deliveries()) as [{ id: string }];
      const { attempts, body } = await store.delivery(id);
      expect(body).toBe(received?.body);
      expect(attempts).toHaveLength(1);
      expect(attempts[0]).toMatchObject({
        ...{ number: 1, at: store.now().toISOString(), error: null, nextAttemptAt: null },
        request: { url: receiver.url, body: received?.body },
        response: { status: 201, body: 'thank you', isBodyCut: false },
      });
      const sent = Object.fromEntries(
        attempts[0].request.headers.map(({ name, value }: { name: string; value: string }) => [name, value]),
      );
      expect(sent).toMatchObject({ authorization: '(left out)', 'webhook-id': received?.event.id });
      expect(attempts[0].response.headers).toContainEqual({ name: 'x-receiver', value: 'yes' });
      expect(attempts[0].durationMilliseconds).toBeGreaterThanOrEqual(0);
      expect(JSON.stringify(await store.delivery(id))).not.toContain('erp-token');
    });

    test('an endpoint gets the types that it names, and with conditions only what meets them', async () => {
      await store.endpoint(receiver.url, { events: ['category.updated', 'product.*'] });
      await store.endpoint(`${receiver.url}/shoes`, {
        events: ['*'],
        conditions: [{ path: 'name', operator: 'starts_with', values: ['Shoe'] }],
      });
      const shoes = await store.category('Shoes');
      await store.category('Hats');
      await store.rename(shoes, 'All shoes');
      await store.drain();
      const seen = receiver.received.map(({ path, event }) => `${path} ${event.type}`).sort();
      expect(seen).toEqual(['/hooks category.updated', '/hooks/shoes category.created']);
    });

    test('a thin payload holds the id alone', async () => {
      await store.endpoint(receiver.url, { payload: 'thin' });
      const { id } = await store.category('Shoes');
      await store.drain();
      expect(receiver.received[0]?.event).toMatchObject({ type: 'category.created', data: { id } });
      expect(receiver.received[0]?.event.data).toEqual({ id });
    });

    test('CloudEvents are sent in structured mode, signed alike', async () => {
      const { secret } = await store.endpoint(receiver.url, { format: 'cloudevents' });
      const { id } = await store.category('Shoes');
      await store.drain();
      const [received] = receiver.received;
      expect(received?.headers['content-type']).toBe('application/cloudevents+json');
      const headers = received?.headers as Record<string, string>;
      expect(new Webhook(secret).verify(received?.body ?? '', headers)).toMatchObject({
        ...{
          specversion: '1.0',
          id: headers['webhook-id'],
          source: '/stores/shop',
          type: 'category.created',
        },
        ...{ subject: id, time: store.now().toISOString(), datacontenttype: 'application/json' },
        data: { id, name: 'Shoes' },
      });
    });

    test('a delivery can be sent once more, with the same id', async () => {
      await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      const [{ id, eventId }] = (await store.deliveries()) as [{ id: string; eventId: string }];
      const replay = await store.request(`POST /v1/webhooks/deliveries/${id}/replay`);
      expect(replay).toMatchObject({ status: 200, body: { state: 'pending' } });
      await store.drain();
      expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([eventId, eventId]);
      expect(await store.delivery(id)).toMatchObject({ state: 'delivered', attemptCount: 2 });
      expect((await store.delivery(id)).attempts.map(({ number }: { number: number }) => number)).toEqual([
        1, 2,
      ]);
    });

    test('many deliveries can be sent once more, and a whole time', async () => {
      const { id: endpointId } = await store.endpoint(receiver.url);
      await store.category('Before');
      store.moveClock(60);
      const from = store.now().toISOString();
      for (const name of ['One', 'Two', 'Three']) await store.category(name);
      store.moveClock(60);
      const until = store.now().toISOString();
      await store.category('After');
      await store.drain();
      const range = { from, until, state: 'delivered' };
      const replay = await store.request(`POST /v1/webhooks/endpoints/${endpointId}/replay`, range);
      expect(replay).toMatchObject({ status: 200, body: { count: 3 } });
      await store.drain();
      expect(receiver.received).toHaveLength(8);
      const deliveryIds = (await store.deliveries()).slice(0, 2).map(({ id }) => id);
      const many = await store.request('POST /v1/webhooks/deliveries/replay', { deliveryIds });
      expect(many.body).toEqual({ count: 2 });
      await store.drain();
      expect(receiver.received).toHaveLength(10);
      const dead = await store.request(`POST /v1/webhooks/endpoints/${endpointId}/replay`, { from });
      expect(dead.body).toEqual({ count: 0 });
    });

    test('events of one subject are sent in order, where the endpoint wants that, and others meanwhile', async () => {
      await store.endpoint(receiver.url, { ordering: 'per_subject' });
      const shoes = await store.category('Shoes');
      receiver.behave(({ event }) => (event.subject === shoes.id ? 500 : 200));
      await store.rename(shoes, 'Shoes 2');
      await store.rename(shoes, 'Shoes 3');
      await store.category('Hats');
      await store.drain();
      const names = () => receiver.received.map(({ event }) => (event.data as { name: string }).name);
      expect(names().sort()).toEqual(['Hats', 'Shoes']);
      receiver.received.length = 0;
      receiver.behave(200);
      store.moveClock(10);
      await store.drain();
      expect(names()).toEqual(['Shoes', 'Shoes 2', 'Shoes 3']);
      for (const delivery of await store.deliveries()) expect(delivery.state).toBe('delivered');
    });

    test('without that, a later event does not wait for one that failed', async () => {
      await store.endpoint(receiver.url);
      receiver.behave(({ event }) => (event.type === 'category.created' ? 500 : 200));
      const shoes = await store.category('Shoes');
      await store.rename(shoes, 'Boots');
      await store.drain();
      const states = (await store.deliveries()).map(({ eventType, state }) => `${eventType} ${state}`).sort();
      expect(states).toEqual(['category.created pending', 'category.updated delivered']);
    });

    test('an endpoint is sent no more a second than it wants', async () => {
      await store.endpoint(receiver.url, { rateLimit: 5 });
      for (let count = 0; count < 5; count += 1) await store.category(`Category ${count}`);
      await store.drain();
      const times = receiver.received.map(({ at }) => at).sort((left, right) => left - right);
      const first = times[0] ?? 0;
      const last = times.at(-1) ?? 0;
      expect(times).toHaveLength(5);
      // Four waits of 200 ms. The first request opens the connection, and is on its way for longer than the others.
      expect(last - first).toBeGreaterThan(3 * 200);
    });

    test('deliveries are listed by endpoint and state, by type, by subject and by event', async () => {
      const [good, bad] = [await store.endpoint(receiver.url), await store.endpoint('http://127.0.0.1:1/')];
      const category = await store.category('Shoes');
      await store.drain();
      const [{ eventId }] = (await store.deliveries(`?endpointId=${good.id}`)) as [{ eventId: string }];
      expect(await store.deliveries(`?endpointId=${good.id}&state=pending`)).toEqual([]);
      expect(await store.deliveries(`?endpointId=${bad.id}&state=pending`)).toHaveLength(1);
      expect(await store.deliveries('?state=delivered')).toHaveLength(1);
      expect(await store.deliveries(`?subject=${category.id}`)).toHaveLength(2);
      expect(await store.deliveries(`?eventId=${eventId}`)).toHaveLength(2);
      expect(await store.deliveries('?eventType=category.created')).toHaveLength(2);
      expect(await store.deliveries('?eventType=order.placed')).toEqual([]);
      const both = await store.request(`GET /v1/webhooks/deliveries?eventId=${eventId}&subject=a`);
      expect(both).toMatchObject({ status: 400, body: { code: 'invalid_filter' } });
    });

    test('GraphQL leads from an endpoint to its deliveries and back', async () => {
      await store.endpoint(receiver.url);
      await store.category('Shoes');
      await store.drain();
      const query = '{ webhookEndpoints { nodes { url deliveries { nodes { id eventType } } } } }';
      const { body } = await store.request('POST /graphql', { query });
      const [endpoint] = body.data.webhookEndpoints.nodes;
      expect(endpoint).toMatchObject({
        url: receiver.url,
        deliveries: { nodes: [{ eventType: 'category.created' }] },
      });
      const one = `{ webhookDelivery(deliveryId: "${endpoint.deliveries.nodes[0].id}") { state endpoint { url } } }`;
      const back = await store.request('POST /graphql', { query: one });
      expect(back.body.data.webhookDelivery).toEqual({ state: 'delivered', endpoint: { url: receiver.url } });
    });

    test("what was sent is forgotten after 30 days, and a customer's with the customer", async () => {
      await store.endpoint(receiver.url, { events: ['*'] });
      await store.category('Shoes');
      const customer = await store.request('POST /v1/customers', { email: 'ada@example.com' });
      await store.drain();
      const of = `?subject=${customer.body.id}`;
      const [{ id }] = (await store.deliveries(of)) as [{ id: string }];
      expect((await store.delivery(id)).body).toContain('ada@example.com');
      const erased = await store.request(`DELETE /v1/customers/${customer.body.id}`);
      expect(erased.status).toBeLessThan(300);
      await store.drain();
      const told = await store.deliveries(of);
      expect(told.map(({ eventType }) => eventType)).toContain('customer.deleted');
      const before = told.filter(({ eventType }) => eventType !== 'customer.deleted');
      for (const delivery of before) {
        expect(JSON.stringify(await store.delivery(delivery.id))).not.toContain('ada@example.com');
      }
      store.moveClock(31 * 86_400);
      store.passMachineTime(2);
      await store.drain();
      expect(await store.deliveries()).toEqual([]);
    });
  });
}
