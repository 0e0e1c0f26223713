import { expect } from 'vitest';
import type { StoreConfig } from '../../runtime/config/store-config.ts';
import type { Service } from '../../runtime/context/service.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../runtime/files/memory-file-store.ts';
import type { FileStore } from '../../runtime/files/port.ts';
import { createUlidGenerator } from '../../runtime/ids/ulid-generator.ts';
import type { NewKey } from '../../runtime/keys/index.ts';
import { collectionsOf, createRuntime, type Runtime, type RuntimeOptions } from '../../runtime/runtime.ts';
import { services as platformServices } from '../../runtime/services/index.ts';
import type { Engine } from '../../runtime/store/index.ts';
import type { Body, OpenEngine } from '../catalog/given-store.ts';
import { fashionConfig } from '../fixtures/store-config.ts';

export type { Body, OpenEngine } from '../catalog/given-store.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The text as JSON; null where there is none. */
  readonly body: Body;
}

export interface Asked {
  /** The secret key unless given; null for none. */
  readonly key?: string | null;
  /** An object goes as JSON, text and bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The platform behind its HTTP door, with everything of an answer in view. */
export interface GivenApi {
  readonly runtime: Runtime;
  readonly engine: Engine;
  readonly publishableKey: string;
  /** What was logged as a fault of ours. */
  readonly faults: readonly unknown[];
  ask(route: string, asked?: Asked): Promise<ApiAnswer>;
  /** `POST /graphql`. */
  graphql(query: string, asked?: Asked & { readonly variables?: object }): Promise<ApiAnswer>;
  createKey(key: Partial<NewKey>): Promise<string>;
  moveClock(seconds: number): void;
  /** Another process over the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export type GivenOptions = Partial<Pick<RuntimeOptions, 'rateLimits' | 'files'>> & {
  readonly config?: StoreConfig;
  /** Beside those of the platform. */
  readonly services?: readonly Service[];
};

function isJson(type: unknown): boolean {
  return String(type).includes('json');
}

export async function givenApi(openEngine: OpenEngine, options: GivenOptions = {}): Promise<GivenApi> {
  const { config = fashionConfig, rateLimits = 'none' } = options;
  const services = [...platformServices, ...(options.services ?? [])];
  const files: FileStore = options.files ?? createMemoryFileStore();
  let now = Date.parse('2026-03-01T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const faults: unknown[] = [];
  const quiet = () => undefined;
  const log = {
    ...{ debug: quiet, info: quiet, warn: quiet },
    error: (details: object, message: string) => void faults.push({ message, ...details }),
  };
  const ids = createUlidGenerator(clock);
  const engine = await openEngine(collectionsOf(services), clock);
  const start = () =>
    createRuntime(
      { engine, services, clockOf: () => clock, machineClock: clock, ids, files, log, rateLimits },
      createContract(config),
    );
  let runtime = start();
  await runtime.configure('shop', config);
  const secretKey = await runtime.keys.create('shop', { kind: 'secret', name: 'test' });
  const publishableKey = await runtime.keys.create('shop', {
    ...{ kind: 'publishable', name: 'web', channel: 'web' },
  });

  async function ask(route: string, { key = secretKey, body, headers = {} }: Asked = {}): Promise<ApiAnswer> {
    const [method = 'GET', url = '/'] = route.split(' ');
    const response = await runtime.server.inject({
      method: method as 'GET', // fastify's own type lists the methods; the tests write them out
      url,
      headers: { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }), // inject takes texts and buffers too
    });
    const text = response.body;
    const isText = text === '' || !isJson(response.headers['content-type']);
    return {
      ...{ status: response.statusCode, headers: response.headers, text },
      body: isText ? null : JSON.parse(text),
    };
  }

  return {
    ...{ engine, publishableKey, faults, ask },
    get runtime() {
      return runtime;
    },
    graphql: (query, { variables, ...asked } = {}) =>
      ask('POST /graphql', { ...asked, body: { query, ...(variables ? { variables } : {}) } }),
    createKey: (key) => runtime.keys.create('shop', { kind: 'secret', name: 'another', ...key }),
    moveClock: (seconds) => {
      now += seconds * 1000;
    },
    async restart() {
      await runtime.close();
      runtime = start();
    },
    async close() {
      await runtime.close();
      await engine.close();
    },
  };
}

/** What every refusal has: RFC 9457 with our code, what to do, and the request's id. */
export function expectProblem(answer: ApiAnswer, status: number, code: string): Body {
  expect(answer).toMatchObject({ status, body: { status, code } });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const { type, title, detail, hint, requestId } = answer.body;
  expect(type).toBe(`/v1/problems#${code}`);
  for (const text of [title, detail, hint]) expect(text).toMatch(/\S/);
  expect(requestId).toBe(answer.headers['x-request-id']);
  return answer.body;
}

let number = 0;

/** A product with texts and SKUs of its own. */
export function product(changes: Readonly<Record<string, unknown>> = {}): Body {
  number += 1;
  return {
    productType: 'apparel',
    title: `Product ${number}`,
    status: 'active',
    variants: [
      {
        sku: `SKU-${number}`,
        prices: [{ amount: 4900, currency: 'EUR' }],
        cost: { amount: 1200, currency: 'EUR' },
      },
    ],
    ...changes,
  };
}
