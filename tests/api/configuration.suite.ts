import { afterEach, describe, expect, test } from 'vitest';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Service } from '../../runtime/context/service.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import { attribute, fashionConfig } from '../fixtures/store-config.ts';
import { expectProblem, type GivenApi, givenApi, type OpenEngine, product } from './given-api.ts';

/** Apparel with `fit` in the place of `season`. */
function changedConfig(): StoreConfig {
  const [apparel, ...others] = fashionConfig.productTypes;
  if (!apparel) throw new Error('The fixture has no product type.');
  const { season: _, ...attributes } = apparel.attributes;
  const fit = attribute('enum', 'Fit', { values: ['slim', 'wide'] });
  return { ...fashionConfig, productTypes: [{ ...apparel, attributes: { ...attributes, fit } }, ...others] };
}

const image = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';

export function configurationSuite(openEngine: OpenEngine): void {
  describe('another configuration', () => {
    let api: GivenApi;
    afterEach(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test('is in force in REST, GraphQL and OpenAPI without a restart', async () => {
      api = await givenApi(openEngine);
      const inSeason = product({ attributes: { season: 'SS26' } });
      const slim = product({ attributes: { fit: 'slim' } });
      const ask = '{ products { nodes { attributes { fit } } } }';
      expect(await api.ask('POST /v1/products', { body: inSeason })).toMatchObject({ status: 201 });
      expectProblem(await api.ask('POST /v1/products', { body: slim }), 422, 'invalid_input');
      expect((await api.graphql(ask)).body.errors[0].message).toContain('"fit"');

      await api.runtime.configure('shop', changedConfig());

      expect(await api.ask('POST /v1/products', { body: slim })).toMatchObject({
        ...{ status: 201, body: { attributes: { fit: 'slim' } } },
      });
      const refused = await api.ask('POST /v1/products', {
        body: product({ attributes: { season: 'SS26' } }),
      });
      expect(expectProblem(refused, 422, 'invalid_input').errors).toEqual([
        { pointer: '/attributes/season', message: expect.stringContaining('not a known field') },
      ]);
      const wrong = await api.ask('POST /v1/products', { body: product({ attributes: { fit: 'slimm' } }) });
      expect(expectProblem(wrong, 422, 'invalid_input').errors[0].message).toContain('Did you mean "slim"?');
      expect((await api.graphql(ask)).body.errors).toBeUndefined();
      const gone = await api.graphql('{ products { nodes { attributes { season } } } }');
      expect(gone.body.errors[0].message).toContain('"season"');
      const { body: document } = await api.ask('GET /v1/openapi.json');
      const names = Object.keys(document.components.schemas.ProductAttributes.properties);
      expect(names).toContain('fit');
      expect(names).not.toContain('season');
    });

    test('is still in force after a restart', async () => {
      api = await givenApi(openEngine);
      await api.runtime.configure('shop', changedConfig());
      await api.restart();
      const answer = await api.ask('POST /v1/products', { body: product({ attributes: { fit: 'wide' } }) });
      expect(answer.status).toBe(201);
    });

    test('lets requests that are under way finish', async () => {
      const files = createMemoryFileStore();
      const fail = () => expect.unreachable('A promise calls back at once.');
      let arrived: () => void = fail;
      let release: () => void = fail;
      const isUnderWay = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const mayGoOn = new Promise<void>((resolve) => {
        release = resolve;
      });
      api = await givenApi(openEngine, {
        files: {
          ...files,
          async write(...file) {
            arrived();
            await mayGoOn;
            await files.write(...file);
          },
        },
      });
      const upload = api.ask('POST /v1/media?filename=a.svg', {
        body: Buffer.from(image),
        headers: { 'content-type': 'image/svg+xml' },
      });
      await isUnderWay;
      const configured = api.runtime.configure('shop', changedConfig());
      release();
      await configured;
      expect(await upload).toMatchObject({ status: 201, body: { contentType: 'image/svg+xml' } });
      const after = await api.ask('POST /v1/products', { body: product({ attributes: { fit: 'slim' } }) });
      expect(after.status).toBe(201);
    });

    test('meets each request whole: under the old one or the new one', async () => {
      api = await givenApi(openEngine);
      const attributes = (name: string, value: string) => ({
        body: product({ attributes: { [name]: value } }),
      });
      const asked = ['season', 'fit'].flatMap((name) =>
        Array.from({ length: 10 }, () => api.ask('POST /v1/products', attributes(name, 'slim'))),
      );
      const [answers] = await Promise.all([
        Promise.all(asked),
        api.runtime.configure('shop', changedConfig()),
      ]);
      for (const { status, text } of answers) expect([201, 422], text).toContain(status);
    });
  });

  describe('events', () => {
    let api: GivenApi;
    afterEach(async () => {
      expect(api.faults).toEqual([]);
      await api.close();
    });

    test('carry the trace of the request that caused them, and so do those that they cause', async () => {
      const heard: string[] = [];
      const teller: Service = {
        ...{ name: 'test', collections: [], handlers: {}, batches: {}, loaders: {}, schedules: {} },
        subscriptions: [
          {
            name: 'test.tell',
            events: ['product.created'],
            handle: async (context, event) => {
              heard.push(context.traceId);
              await context.emit('product.published', event.subject, { id: event.subject, channel: 'test' });
            },
          },
        ],
      };
      api = await givenApi(openEngine, { services: [teller] });
      const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
      const { body: created } = await api.ask('POST /v1/products', {
        body: product(),
        headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      });
      await api.runtime.dispatcher.drain();
      expect(heard).toEqual([traceId]);
      const events = await api.engine.outbox.events('shop', { after: 0, limit: 1000 });
      const own = events.filter(({ subject }) => subject === created.id);
      expect(own.at(-1)).toMatchObject({ type: 'product.published', data: { channel: 'test' } });
      expect(own.map((event) => event.traceId)).toEqual(own.map(() => traceId));
    });
  });
}
