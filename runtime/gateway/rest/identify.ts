import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../context/context.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { KeyRing } from '../../keys/index.ts';
import type { Platform, ServedStore } from '../platform.ts';

/** Who asks, and which store. */
export interface Identity {
  readonly served: ServedStore;
  readonly actor: Actor;
  readonly traceId: string;
}

/** @throws {Problem} `unauthenticated`. */
export async function identify(
  platform: Platform,
  keys: KeyRing,
  request: FastifyRequest,
): Promise<Identity> {
  const { storeId, actor } = await keys.authenticate(request.headers.authorization);
  const served = await platform.serve(storeId);
  if (!served)
    throw problem(problems.unauthenticated, {
      detail: `The store of this key, "${storeId}", is not set up.`,
    });
  return { served, actor: { ...actor, remoteAddress: request.ip }, traceId: request.trace.traceId };
}
