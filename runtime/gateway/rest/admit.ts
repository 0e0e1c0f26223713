import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { KeyRing } from '../../keys/index.ts';
import type { Platform } from '../platform.ts';
import type { RateLimits } from '../rate-limits.ts';
import { type Identity, identify } from './identify.ts';
import { rateLimiter } from './limit-rate.ts';

/**
 * Lets a request in: who asks, of which store, and whether it asks too often.
 * @throws {Problem} `unauthenticated` or `rate_limited`.
 */
export type Admit = (request: FastifyRequest, reply: FastifyReply) => Promise<Identity>;

export function createAdmission(
  server: FastifyInstance,
  platform: Platform,
  keys: KeyRing,
  limits: RateLimits | 'none',
): Admit {
  const limitRate = limits === 'none' ? undefined : rateLimiter(server, limits);
  return async (request, reply) => {
    const identity = await identify(platform, keys, request);
    request.identity = identity;
    await limitRate?.(request, reply, identity.actor);
    return identity;
  };
}
