import type { FastifyReply, FastifyRequest } from 'fastify';
import { cutOff } from './cut-off.ts';
import type { Fault } from './fault.ts';
import type { Faults } from './faults.ts';
import { holdUp } from './hold-up.ts';
import { loseAnswer } from './lose-answer.ts';
import { faultHeader } from './struck.ts';

export interface ProviderDoor {
  /** `stripe` */
  readonly provider: string;
  /** The store in whose name it is asked. */
  readonly storeOf: (request: FastifyRequest) => string;
  /** What the provider answers where it fails by itself. */
  readonly troubleBody: (status: number) => object;
}

const jsonType = 'application/json';

function refuse(
  { troubleBody }: ProviderDoor,
  { kind, status, retryAfterSeconds }: Fault,
  reply: FastifyReply,
) {
  reply.code(status).header('content-type', jsonType).removeHeader('content-length');
  if (kind === 'rate_limit') reply.header('retry-after', String(retryAfterSeconds));
  return JSON.stringify(troubleBody(status));
}

/** `POST /v1/payment_intents/{id}`, as the support table has it. */
function routeOf({ method, routeOptions, url }: FastifyRequest): string {
  return `${method} ${(routeOptions.url ?? url).replace(/:(\w+)/g, '{$1}')}`;
}

export async function strikeBefore(
  faults: Faults,
  door: ProviderDoor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const call = { door: 'provider', provider: door.provider, route: routeOf(request) } as const;
  const fault = await faults.strike(door.storeOf(request), call);
  if (!fault) return;
  request.struckBy = fault;
  reply.header(faultHeader, fault.id);
  if (fault.when === 'after') return;
  if (fault.kind === 'latency') await holdUp(fault.delayMilliseconds, faults.ending);
  else if (fault.kind === 'drop' || fault.kind === 'timeout') loseAnswer(request, reply, fault.kind);
  else await reply.send(refuse(door, fault, reply));
}

/** Answers what is sent in the end. */
export async function strikeAfter(
  faults: Faults,
  door: ProviderDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const { struckBy: fault } = request;
  if (!fault) return payload;
  if (fault.kind === 'latency') await holdUp(fault.delayMilliseconds, faults.ending);
  if (fault.kind === 'malformed') return cutOff(payload);
  if (fault.kind === 'error') return refuse(door, fault, reply);
  if (fault.kind !== 'drop' && fault.kind !== 'timeout') return payload;
  loseAnswer(request, reply, fault.kind);
  // Fastify would go on to send: it is never told to.
  return new Promise(() => undefined);
}
