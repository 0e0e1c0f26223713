import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createKeyText } from '../../runtime/keys/index.ts';
import { type Body, expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

export function keySuite(openEngine: OpenEngine): void {
  describe('keys', () => {
    let api: GivenApi;
    beforeAll(async () => {
      api = await givenApi(openEngine);
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test.each([
      ['no key', {}, 'no key'],
      ['another scheme', { authorization: 'Basic dXNlcjpwYXNz' }, 'Bearer <key>'],
      ['a text that is no key', { authorization: 'Bearer secret' }, 'hp_sk_'],
      ['a key that was cut off', { authorization: `Bearer hp_sk_${'a'.repeat(42)}` }, 'cut off'],
      ['a key of nobody', { authorization: `Bearer hp_sk_${'a'.repeat(43)}` }, 'No store knows'],
      ['a key with words behind it', { authorization: `Bearer hp_sk_${'a'.repeat(43)} or so` }, 'cut off'],
    ])('%s is refused, and it is said why', async (_name, headers, reason) => {
      for (const route of ['GET /v1/products', 'POST /v1/products', 'GET /v1/openapi.json']) {
        const answer = await api.ask(route, { key: null, headers });
        expect(expectProblem(answer, 401, 'unauthenticated').detail).toContain(reason);
        expect(answer.headers['www-authenticate']).toBe('Bearer realm="headlesspro"');
        expect(answer.text).not.toContain('aaaa');
      }
    });

    test('a key that was revoked is refused with its name', async () => {
      const key = await api.createKey({ name: 'old laptop' });
      expect((await api.ask('GET /v1/store', { key })).status).toBe(200);
      const found = (await api.runtime.keys.list('shop')).find(({ name }) => name === 'old laptop');
      await api.runtime.keys.revoke(found?.id ?? '');
      expect(expectProblem(await api.ask('GET /v1/store', { key }), 401, 'unauthenticated').detail).toContain(
        'old laptop',
      );
    });

    test('a key that is admitted again may do what it would if it were new', async () => {
      const text = createKeyText('secret');
      await api.createKey({ text, scopes: ['store:read'] });
      await api.createKey({ text });
      expect((await api.ask('GET /v1/products', { key: text })).status).toBe(200);
    });

    test('a restricted key does what its scopes allow, and is told what is missing for the rest', async () => {
      const key = await api.createKey({ scopes: ['catalog:read', 'store:read'] });
      expect((await api.ask('GET /v1/products', { key })).status).toBe(200);
      const refused = expectProblem(
        await api.ask('POST /v1/products', { key, body: product() }),
        403,
        'forbidden',
      );
      expect(refused.detail).toContain('catalog.products.create needs catalog:write');
      expect(refused.details).toEqual({ missingScopes: ['catalog:write'] });
      const several = await api.ask('POST /v1/store/plans/plan_00000000000000000000000000/apply', {
        key,
        body: {},
      });
      expect(expectProblem(several, 403, 'forbidden').details).toEqual({
        missingScopes: ['store:write', 'catalog:write', 'inventory:write'],
      });
      const { body } = await api.graphql(
        'mutation { deleteProduct(input: {productId: "prod_00000000000000000000000000"}) { id } }',
        { key },
      );
      expect(body.errors[0].extensions).toMatchObject({
        ...{ code: 'forbidden', status: 403 },
        details: { missingScopes: ['catalog:write'] },
      });
    });

    test('every operation refuses a publishable key, or is marked as open to it', async () => {
      const { body } = await api.ask('GET /v1/permissions');
      for (const { operation, http, scopes, publishable } of body.operations) {
        const route = http.replace(/\{\w+\}/g, 'x');
        const answer = await api.ask(route, { key: api.publishableKey });
        if (publishable) expect(answer.status, operation).not.toBe(403);
        else {
          const { details } = expectProblem(answer, 403, 'forbidden');
          expect(scopes, operation).toEqual(expect.arrayContaining(details.missingScopes));
        }
      }
    });
  });

  describe('a publishable key', () => {
    let api: GivenApi;
    const ids: Record<string, string> = {};
    beforeAll(async () => {
      api = await givenApi(openEngine);
      for (const [name, changes] of Object.entries({
        shown: {},
        draft: { status: 'draft' },
        archived: { status: 'archived' },
        elsewhere: { publications: [{ channel: 'b2b' }] },
        later: { publications: [{ channel: 'web', from: '2026-04-01T00:00:00Z' }] },
      })) {
        const { status, body, text } = await api.ask('POST /v1/products', {
          body: product({ title: name, ...changes }),
        });
        expect(status, text).toBe(201);
        ids[name] = body.id;
      }
    });
    afterAll(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    const shop = (route: string) => api.ask(route, { key: api.publishableKey });
    const titles = (nodes: readonly Body[]) => nodes.map((node) => node.title);

    test('sees what is active and published in its channel, and nothing else', async () => {
      expect(titles((await shop('GET /v1/products')).body.data)).toEqual(['shown']);
      const { body } = await api.graphql('{ products { nodes { title } } }', { key: api.publishableKey });
      expect(titles(body.data.products.nodes)).toEqual(['shown']);
      expect((await shop(`GET /v1/products/${ids.shown}`)).status).toBe(200);
      for (const hidden of ['draft', 'archived', 'elsewhere', 'later']) {
        expectProblem(await shop(`GET /v1/products/${ids[hidden]}`), 404, 'not_found');
        expectProblem(await shop(`GET /v1/products/by-slug/${hidden}`), 404, 'not_found');
        expectProblem(await shop(`GET /v1/products/${ids[hidden]}/variants`), 404, 'not_found');
        const one = await api.graphql(`{ product(productId: "${ids[hidden]}") { title } }`, {
          key: api.publishableKey,
        });
        expect(one.body.data?.product ?? null).toBeNull();
      }
    });

    test('is told of its own channel alone', async () => {
      const keysOf = (channels: readonly Body[]) => channels.map(({ key }) => key);
      expect(keysOf((await shop('GET /v1/store')).body.channels)).toEqual(['web']);
      expect(keysOf((await api.ask('GET /v1/store')).body.channels)).toEqual(['web', 'b2b']);
    });

    test('can not look past its channel by asking for another', async () => {
      for (const query of ['status=draft', 'channel=b2b', 'status=active&channel=b2b']) {
        const answer = await shop(`GET /v1/products?${query}`);
        const seen = answer.status === 200 ? titles(answer.body.data) : [];
        expect(
          seen.filter((title) => title !== 'shown'),
          query,
        ).toEqual([]);
      }
    });

    test('never sees what only secret keys may see', async () => {
      const secret = await api.ask(`GET /v1/products/${ids.shown}`);
      expect(secret.body.variants[0].cost).toEqual({ amount: 1200, currency: 'EUR' });
      for (const route of [
        `GET /v1/products/${ids.shown}`,
        'GET /v1/products',
        'GET /v1/products?channel=web&currency=EUR',
        'GET /v1/products/by-slug/shown?locale=de',
        `GET /v1/products/${ids.shown}/variants`,
      ]) {
        const { status, text } = await shop(route);
        expect(status, route).toBe(200);
        expect(text, route).not.toMatch(/"cost"|1200/);
      }
    });

    test.each([
      '{ products { nodes { variants { cost { amount } } } } }',
      '{ products { nodes { ...p } } } fragment p on Product { variants { hidden: cost { amount } } }',
    ])('is refused by name where it asks GraphQL for that: %s', async (query) => {
      const { body, text } = await api.graphql(query, { key: api.publishableKey });
      expect(body.errors[0].extensions).toMatchObject({
        ...{ code: 'forbidden', status: 403 },
        details: { fields: ['Variant.cost'] },
      });
      expect(text).not.toContain('1200');
    });
  });
}
