import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WebhookConfig } from '../../runtime/config/store-config.ts';
import { createHttpOutgoing } from '../../runtime/outgoing/index.ts';
import { environmentConnections } from '../../runtime/providers/connections/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';
import { type GivenWebhooks, givenWebhooks } from './given-webhooks.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const declared: WebhookConfig = {
  ...{ key: 'erp', url: '', events: ['category.*'], secret: { env: 'ERP_SECRET' }, description: null },
  ...({ conditions: [], payload: 'full', format: 'standard', apiVersion: 'v1', ordering: 'none' } as const),
  ...{ rateLimit: null, disableAfterDays: 5 },
};
const erpSecret = `whsec_${Buffer.from('a secret of the ERP, 32 bytes it').toString('base64')}`;

export function endpointSuite(openEngine: OpenEngine): void {
  describe('endpoints', () => {
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

    const create = (body: object) => store.request('POST /v1/webhooks/endpoints', body);
    const act = (id: string, move: string, body?: object) =>
      store.request(`POST /v1/webhooks/endpoints/${id}/${move}`, body);

    test('show their secret once, when they are made', async () => {
      const { id, secret, ...endpoint } = await store.endpoint('https://example.com/hooks', {
        headers: [{ name: 'Authorization', value: 'Bearer erp-token' }],
      });
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(endpoint).toMatchObject({
        ...{ url: 'https://example.com/hooks', events: ['category.*'], key: null, status: 'active' },
        ...{ payload: 'full', format: 'standard', apiVersion: 'v1', ordering: 'none', rateLimit: null },
        ...{ headerNames: ['Authorization'], failingSince: null, disableAfterDays: 5 },
        secrets: [{ createdAt: store.now().toISOString(), expiresAt: null }],
      });
      const seen = JSON.stringify([
        await store.request(`GET /v1/webhooks/endpoints/${id}`),
        await store.request('GET /v1/webhooks/endpoints'),
        await store.events(),
      ]);
      expect(seen).not.toContain(secret);
      expect(seen).not.toContain('erp-token');
    });

    test('are listed newest first, changed, and deleted with their deliveries', async () => {
      const first = await store.endpoint(receiver.url);
      store.moveClock(1);
      const second = await store.endpoint(`${receiver.url}/2`);
      const list = await store.request('GET /v1/webhooks/endpoints?pageSize=1');
      expect(list.body.data.map(({ id }: { id: string }) => id)).toEqual([second.id]);
      expect(list.body.page.next).not.toBeNull();
      const changed = await store.request(`PATCH /v1/webhooks/endpoints/${second.id}`, {
        ...{ description: 'For the warehouse', events: ['*'] },
      });
      expect(changed.body).toMatchObject({
        description: 'For the warehouse',
        events: ['*'],
        payload: 'full',
      });
      await store.category('Shoes');
      await store.drain();
      expect(await store.deliveries()).toHaveLength(2);
      expect((await store.request(`DELETE /v1/webhooks/endpoints/${second.id}`)).status).toBe(204);
      await store.drain();
      expect((await store.deliveries()).map(({ endpointId }) => endpointId)).toEqual([first.id]);
      expect((await store.request(`GET /v1/webhooks/endpoints/${second.id}`)).status).toBe(404);
      expect(
        (await store.events()).map(({ type }) => type).filter((type) => type.startsWith('webhook')),
      ).toEqual([
        ...['webhook_endpoint.created', 'webhook_endpoint.created', 'webhook_endpoint.updated'],
        'webhook_endpoint.deleted',
      ]);
    });

    test('are changed by nobody who has not seen the last change', async () => {
      const { id, version } = await store.endpoint(receiver.url);
      const route = `PATCH /v1/webhooks/endpoints/${id}`;
      await store.request(route, { description: 'One' });
      const late = await store.request(route, { description: 'Two' }, { 'if-match': `"${version}"` });
      expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
    });

    test.each([
      [{ url: 'https://user:pass@example.com/' }, 'webhook_url_refused', 'password'],
      [{ url: 'http://10.1.2.3/' }, 'webhook_url_refused', 'private'],
      [{ url: 'http://169.254.169.254/latest' }, 'webhook_url_refused', 'linkLocal'],
      [{ events: ['ordr.*'] }, 'invalid_input', 'fits no type of event'],
      [{ headers: [{ name: 'Webhook-Id', value: 'x' }] }, 'invalid_input', 'set by the sender'],
      [{ conditions: [{ path: 'a', operator: 'equals' }] }, 'invalid_input', 'must have a value'],
      [{ url: 'ftp://example.com/' }, 'invalid_input', '/url'],
    ])('%j is refused', async (change, code, detail) => {
      const answer = await create({ url: receiver.url, events: ['*'], ...change });
      expect(answer).toMatchObject({ status: 422, body: { code } });
      expect(JSON.stringify(answer.body)).toContain(detail);
    });

    test('on this machine are refused where the runtime is hosted', async () => {
      const outgoing = createHttpOutgoing({ allowLoopback: false });
      const hosted = await givenWebhooks(openEngine, undefined, { outgoing });
      for (const url of ['http://localhost:3000/', 'http://127.0.0.1/', 'http://[::1]/', 'http://0x7f.1/']) {
        const answer = await hosted.request('POST /v1/webhooks/endpoints', { url, events: ['*'] });
        expect(answer).toMatchObject({ status: 422, body: { code: 'webhook_url_refused' } });
      }
      const { id } = await hosted.endpoint('https://example.com/');
      const change = await hosted.request(`PATCH /v1/webhooks/endpoints/${id}`, { url: 'http://10.0.0.1/' });
      expect(change).toMatchObject({ status: 422, body: { code: 'webhook_url_refused' } });
      await hosted.close();
    });

    test('sign with two secrets while one takes the place of the other', async () => {
      const { id, secret: first } = await store.endpoint(receiver.url);
      const rotated = await act(id, 'rotate-secret', { overlapSeconds: 60 });
      const second = rotated.body.secret;
      expect(second).not.toBe(first);
      expect(rotated.body.secrets).toEqual([
        { createdAt: store.now().toISOString(), expiresAt: null },
        { createdAt: expect.any(String), expiresAt: new Date(store.now().getTime() + 60_000).toISOString() },
      ]);
      await store.category('While both sign');
      await store.drain();
      store.moveClock(61);
      await store.category('When one does');
      await store.drain();
      const [both, one] = receiver.received as [(typeof receiver.received)[0], (typeof receiver.received)[0]];
      const verify = (secret: string, { body, headers }: typeof both) =>
        new Webhook(secret).verify(body, headers as Record<string, string>);
      for (const secret of [first, second]) expect(verify(secret, both)).toBeTruthy();
      expect(verify(second, one)).toBeTruthy();
      expect(() => verify(first, one)).toThrow();
    });

    test('let events wait while they are paused', async () => {
      const { id } = await store.endpoint(receiver.url);
      const paused = await act(id, 'pause', { reason: 'The ERP moves house.' });
      expect(paused.body).toMatchObject({ status: 'paused', statusReason: 'The ERP moves house.' });
      await store.category('Shoes');
      await store.drain();
      expect(receiver.received).toEqual([]);
      expect(await store.deliveries('?state=pending')).toHaveLength(1);
      const again = await act(id, 'pause');
      expect(again).toMatchObject({
        status: 409,
        body: { code: 'webhook_endpoint_state', details: { status: 'paused', moves: ['resume'] } },
      });
      expect((await act(id, 'test')).status).toBe(409);
      expect((await act(id, 'resume')).body).toMatchObject({ status: 'active', statusReason: null });
      await store.drain();
      expect(receiver.received).toHaveLength(1);
      expect((await act(id, 'resume')).status).toBe(409);
    });

    test('can be tried with an event for them alone', async () => {
      const { id } = await store.endpoint(receiver.url, { events: ['order.placed'] });
      await store.endpoint(`${receiver.url}/other`, { events: ['webhook_endpoint.*'] });
      await store.drain();
      receiver.received.length = 0;
      const tested = await act(id, 'test');
      expect(tested).toMatchObject({ status: 201, body: { state: 'pending', endpointId: id } });
      await store.drain();
      expect(receiver.received.map(({ path, event }) => `${path} ${event.type}`)).toEqual([
        '/hooks webhook_endpoint.tested',
      ]);
      expect((await store.delivery(tested.body.id)).state).toBe('delivered');
    });

    test('of the configuration are made, changed and removed with it, and sign with a secret of the environment', async () => {
      const webhooks = [{ ...declared, url: receiver.url }];
      const config = { ...fashionConfig, webhooks };
      const connections = () => environmentConnections({ ERP_SECRET: erpSecret });
      const own = await givenWebhooks(openEngine, config, { connections });
      await own.category('Shoes');
      await own.drain();
      const [received] = receiver.received;
      const headers = received?.headers as Record<string, string>;
      expect(new Webhook(erpSecret).verify(received?.body ?? '', headers)).toBeTruthy();
      const list = async () => (await own.request('GET /v1/webhooks/endpoints')).body.data;
      const [endpoint] = await list();
      expect(endpoint).toMatchObject({ key: 'erp', url: receiver.url, secrets: [] });
      for (const [route, body] of [
        [`PATCH /v1/webhooks/endpoints/${endpoint.id}`, { description: 'Mine' }],
        [`DELETE /v1/webhooks/endpoints/${endpoint.id}`, undefined],
        [`POST /v1/webhooks/endpoints/${endpoint.id}/rotate-secret`, {}],
      ] as const) {
        const answer = await own.request(route, body);
        expect(answer).toMatchObject({ status: 409, body: { code: 'webhook_endpoint_declared' } });
      }
      await own.configure({ ...config, webhooks: [{ ...declared, url: `${receiver.url}/new` }] });
      await own.category('Hats');
      await own.drain();
      expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks', '/hooks/new']);
      expect((await list())[0]).toMatchObject({ id: endpoint.id, url: `${receiver.url}/new` });
      await own.configure({ ...config, webhooks: [] });
      await own.category('Bags');
      await own.drain();
      expect(await list()).toEqual([]);
      expect(receiver.received).toHaveLength(2);
      await own.close();
    });

    test('whose secret is not set say so, and are sent to once it is', async () => {
      const environment: Record<string, string> = {};
      const own = await givenWebhooks(
        openEngine,
        { ...fashionConfig, webhooks: [{ ...declared, url: receiver.url }] },
        { connections: () => environmentConnections(environment) },
      );
      await own.category('Shoes');
      await own.drain();
      expect(receiver.received).toEqual([]);
      expect((await own.deliveries())[0].lastError).toContain('ERP_SECRET is not set');
      environment.ERP_SECRET = erpSecret;
      own.moveClock(10);
      await own.drain();
      expect(receiver.received).toHaveLength(1);
      await own.close();
    });

    test('can be chosen events for: every type is listed with its schema', async () => {
      const types: { type: string; schema: string }[] = [];
      let after = '';
      do {
        const { body } = await store.request(`GET /v1/webhooks/event-types?pageSize=50${after}`);
        types.push(...body.data);
        after = body.page.next === null ? '' : `&after=${body.page.next}`;
      } while (after !== '');
      expect(types.map(({ type }) => type)).toEqual([...types.map(({ type }) => type)].sort());
      expect(new Set(types.map(({ type }) => type)).size).toBe(types.length);
      const created = types.find(({ type }) => type === 'category.created');
      expect(JSON.parse(created?.schema ?? '')).toMatchObject({ type: 'object', title: 'Category' });
    });
  });
}
