import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { startTestStore } from '../../../emulator/testing/start-test-store.ts';
import { type Conduct, startUnreliableServer, type UnreliableServer } from './unreliable-server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, field by field.
export type Answer = any;

export interface Hook {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A real platform, and what stands around it. */
export interface World {
  readonly url: string;
  readonly secretKey: string;
  ask(route: string, body?: object): Promise<Answer>;
  /** The same platform behind a server that behaves as told. */
  behind(conduct: Conduct): Promise<UnreliableServer>;
  /** The URL of a receiver of webhooks, and the next one that comes of a type. */
  readonly receiver: { readonly url: string; next(type: string): Promise<Hook> };
  close(): Promise<void>;
}

async function startReceiver() {
  const hooks: Hook[] = [];
  const server = createServer(async (request, response) => {
    hooks.push({ body: await text(request), headers: request.headers as Record<string, string> });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    async next(type: string): Promise<Hook> {
      const found = () => hooks.find(({ body }) => JSON.parse(body).type === type);
      await expect.poll(found, { timeout: 20_000 }).toBeDefined();
      return found() as Hook;
    },
    close: () => server.close(),
  };
}

export async function startWorld(): Promise<World> {
  const store = await startTestStore({ seed: 'fashion' });
  const receiver = await startReceiver();
  const servers: UnreliableServer[] = [];
  return {
    ...{ url: store.url, secretKey: store.secretKey, receiver },
    async ask(route, body) {
      const [method = 'GET', path] = route.split(' ');
      const response = await fetch(`${store.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${store.secretKey}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const answer = await response.text();
      if (!response.ok) throw new Error(`${route}: ${response.status} ${answer}`);
      return answer === '' ? null : JSON.parse(answer);
    },
    async behind(conduct) {
      const server = await startUnreliableServer(store.url, conduct);
      servers.push(server);
      return server;
    },
    async close() {
      for (const server of servers) server.close();
      receiver.close();
      await store.close();
    },
  };
}
