import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../context/context.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { RateLimits } from '../rate-limits.ts';

type LimitRate = (request: FastifyRequest, reply: FastifyReply, actor: Actor) => Promise<void>;

const maximumOf = ({ secret, publishable }: RateLimits, actor: Actor | undefined) =>
  actor?.kind === 'publishable' ? publishable : secret;

/** Counts requests by key, in this process, and says on every answer how many are left. */
export function rateLimiter(server: FastifyInstance, limits: RateLimits): LimitRate {
  const options = {
    timeWindow: limits.windowSeconds * 1000,
    keyGenerator: (request: FastifyRequest) => request.identity?.actor.id ?? '',
    max: (request: FastifyRequest) => maximumOf(limits, request.identity?.actor),
  };
  let count: ReturnType<FastifyInstance['createRateLimit']> | undefined;
  // Not loaded where nothing is limited, so that starting up doesn't wait for it.
  server.register(import('@fastify/rate-limit'), { global: false });
  server.after(() => {
    count = server.createRateLimit(options);
  });

  return async (request, reply, actor) => {
    const counted = await count?.(request);
    if (!counted || counted.isAllowed) return; // those on a list of allowed ones, which is empty
    const { max, remaining, ttlInSeconds, isExceeded } = counted;
    reply.header('ratelimit-limit', String(max));
    reply.header('ratelimit-remaining', String(remaining));
    reply.header('ratelimit-reset', String(ttlInSeconds));
    if (!isExceeded) return;
    throw problem(problems.rateLimited, {
      detail: `This ${actor.kind} key may make ${max} requests in ${limits.windowSeconds} seconds.`,
      details: { limit: max, windowSeconds: limits.windowSeconds },
      retryAfter: ttlInSeconds,
    });
  };
}
