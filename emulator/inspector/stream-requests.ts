import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NumberedRequest, RequestLog } from './request-log.ts';

/** Proxies and browsers drop a connection that stays silent for long. */
const heartbeatMilliseconds = 15_000;

function message({ number, request }: NumberedRequest): string {
  return `id: ${number}\ndata: ${JSON.stringify(request)}\n\n`;
}

/** The number that a page, connecting again, has seen last. */
function lastSeen(request: FastifyRequest): number {
  const number = Number(request.headers['last-event-id'] ?? 0);
  return Number.isSafeInteger(number) ? number : 0;
}

/**
 * Answers with Server-Sent Events: first what is kept, then each request as it is answered. Returns how to end it.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamRequests(log: RequestLog, request: FastifyRequest, reply: FastifyReply): () => void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // Browsers connect again after this many milliseconds.
  raw.write('retry: 1000\n\n');
  for (const entry of log.after(lastSeen(request))) raw.write(message(entry));
  const stop = log.subscribe((entry) => void raw.write(message(entry)));
  const heartbeat = setInterval(() => void raw.write(':\n\n'), heartbeatMilliseconds);
  heartbeat.unref();
  const end = () => {
    stop();
    clearInterval(heartbeat);
    raw.end();
  };
  raw.once('close', end);
  return end;
}
