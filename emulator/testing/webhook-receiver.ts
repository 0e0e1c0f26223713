import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fitsPattern } from '../../runtime/store/fits-pattern.ts';
import type { Ask, Body } from './ask.ts';

/** A webhook as it came, by HTTP, from the store. */
export interface ReceivedWebhook {
  /** `webhook-id`: the same where it is sent again. */
  readonly id: string;
  /** `order.placed` */
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The payload, parsed: `{ type, timestamp, id, subject, data }`. */
  readonly body: Body;
}

export interface WaitOptions {
  /** Real time. @default 5000 */
  readonly milliseconds?: number;
  /** Which of those of the type. */
  readonly where?: (webhook: ReceivedWebhook) => boolean;
}

/** What the store's webhooks brought. */
export interface Webhooks {
  /** All until now, in the order in which they came. */
  readonly received: readonly ReceivedWebhook[];
  /** The first of a type (`order.placed`, `order.*`): one that came already, or the next. */
  waitFor(type: string, options?: WaitOptions): Promise<ReceivedWebhook>;
}

export interface WebhookReceiver extends Webhooks {
  close(): Promise<void>;
}

/** What was waited for did not come; says what did. */
export class WebhookMissing extends Error {
  constructor(type: string, milliseconds: number, received: readonly ReceivedWebhook[]) {
    const came = received.map((webhook) => webhook.type).join(', ');
    super(
      `No webhook "${type}" came within ${milliseconds} ms. ` +
        (came === '' ? 'None came at all.' : `These came: ${came}.`),
    );
    this.name = 'WebhookMissing';
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** What came, where it is a webhook: others may know the address too. */
async function webhookOf(request: IncomingMessage): Promise<ReceivedWebhook | undefined> {
  const { headers } = request;
  try {
    const body: Body = JSON.parse(await text(request));
    if (typeof body?.type !== 'string') return undefined;
    return { id: String(headers['webhook-id']), type: body.type, headers, body };
  } catch {
    // No JSON, or broken off.
    return undefined;
  }
}

/** Registers an endpoint at the store for every event, and takes what is sent to it. */
export async function startReceiver(ask: Ask): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const webhook = await webhookOf(request);
    response.writeHead(webhook ? 204 : 400).end();
    if (!webhook) return;
    received.push(webhook);
    for (const look of waiting) look();
  });
  const port = await listen(server);
  // A test that forgets to close its store still ends.
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  try {
    await ask('POST /v1/webhooks/endpoints', { url: `http://127.0.0.1:${port}/`, events: ['*'] });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    received,
    waitFor(type, { milliseconds = 5000, where = () => true } = {}) {
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const timer = setTimeout(
          () => end(() => reject(new WebhookMissing(type, milliseconds, received))),
          milliseconds,
        );
        const look = () => {
          const found = received.find((webhook) => fitsPattern(type, webhook.type) && where(webhook));
          if (found) end(() => resolve(found));
        };
        waiting.add(look);
        look();
      });
    },
    close,
  };
}
