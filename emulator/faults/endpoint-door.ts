import type { Outgoing, OutgoingRequest } from '../../runtime/outgoing/index.ts';
import { wordsOf } from './fault.ts';
import type { Faults } from './faults.ts';

export interface EndpointDoor extends Outgoing {
  /** What a fault did to a request, in words. */
  faultOf(request: OutgoingRequest): string | undefined;
}

/** Where faults strike what is sent to webhook endpoints, and to partners. */
export function endpointDoor(inner: Outgoing, faults: Faults): EndpointDoor {
  const struck = new WeakMap<OutgoingRequest, string>();
  return {
    refusalOf: (url) => inner.refusalOf(url),
    faultOf: (request) => struck.get(request),
    async send(request) {
      if (faults.areNone(request.storeId)) return inner.send(request);
      const { strikeEndpoint } = await import('./strike-endpoint.ts');
      return strikeEndpoint(faults, inner, request, (fault) => struck.set(request, wordsOf(fault)));
    },
  };
}
