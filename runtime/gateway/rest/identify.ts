import type { FastifyRequest } from 'fastify';
import type { Actor, SignedInCustomer } from '../../context/context.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { KeyRing } from '../../keys/index.ts';
import { createContext } from '../create-context.ts';
import type { Platform, ServedStore } from '../platform.ts';

/** Who asks, and which store. */
export interface Identity {
  readonly served: ServedStore;
  readonly actor: Actor;
  readonly traceId: string;
}

/** Where customers' tokens come, beside the key in `authorization`. */
export const customerTokenHeader = 'customer-token';

/** @throws {Problem} `unauthenticated` or `session_expired`. */
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
  const { traceId } = request.trace;
  const asking = { ...actor, remoteAddress: request.ip };
  const token = request.headers[customerTokenHeader];
  if (token === undefined) return { served, actor: asking, traceId };
  const customer = await customerOf(platform, served, asking, request, String(token));
  return { served, actor: { ...asking, customer }, traceId };
}

/** The customer whose token came beside the key. It is no cookie, so no other site can have a browser send it. */
async function customerOf(
  platform: Platform,
  served: ServedStore,
  actor: Actor,
  request: FastifyRequest,
  token: string,
): Promise<SignedInCustomer> {
  if (actor.kind !== 'publishable' || !platform.identifyCustomer) {
    throw problem(problems.unauthenticated, {
      detail: `A customer's token goes beside a publishable key, and this is a ${actor.kind} one.`,
      hint: `Leave the header "${customerTokenHeader}" out, or send the publishable key.`,
    });
  }
  const { compiled, reader: store } = served;
  const { id: requestId, trace } = request;
  const { traceId } = trace;
  const context = createContext({ platform, served, compiled, store, actor, requestId, traceId });
  return platform.identifyCustomer(context, token);
}
