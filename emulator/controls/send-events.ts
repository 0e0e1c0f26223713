import type { FastifyReply } from 'fastify';

/** Proxies and browsers drop a connection that stays silent for long. */
const heartbeatMilliseconds = 15_000;

/**
 * Answers with Server-Sent Events, a message each, as long as there are any and somebody listens.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function sendEvents(reply: FastifyReply, messages: AsyncIterable<unknown>): Promise<void> {
  reply.headers({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  raw.writeHead(200);
  // Sent at once, so that who asks knows that it listens.
  raw.write(':\n\n');
  const heartbeat = setInterval(() => void raw.write(':\n\n'), heartbeatMilliseconds);
  heartbeat.unref();
  try {
    for await (const message of messages) {
      if (raw.destroyed) break;
      raw.write(`data: ${JSON.stringify(message)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}
