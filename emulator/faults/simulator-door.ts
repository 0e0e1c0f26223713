import type { FastifyInstance } from 'fastify';
import { setUpHeader } from '../connections/index.ts';
import type { Faults } from './faults.ts';
import type { ProviderDoor } from './strike-provider.ts';
import { mayBeStruck } from './struck.ts';

/** Where faults strike a simulated provider: on the wire, so that its official SDKs meet them as they would there. */
export function simulatorDoor(
  server: FastifyInstance,
  door: ProviderDoor & { readonly faults: Faults },
): void {
  const { faults, storeOf } = door;
  mayBeStruck(server);
  server.addHook('preHandler', async (request, reply) => {
    if (faults.areNone(storeOf(request))) return;
    // Pages that a customer opens are no calls.
    if (request.headers.authorization === undefined || setUpHeader in request.headers) return;
    const { strikeBefore } = await import('./strike-provider.ts');
    await strikeBefore(faults, door, request, reply);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (request.struckBy?.when !== 'after') return payload;
    const { strikeAfter } = await import('./strike-provider.ts');
    return strikeAfter(faults, door, request, reply, payload);
  });
}
