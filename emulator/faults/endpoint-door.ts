import type { Outgoing, OutgoingRequest } from '../../runtime/outgoing/index.ts';
import { type Call, wordsOf } from './fault.ts';
import type { Faults } from './faults.ts';

export interface EndpointDoor extends Outgoing {
  /** What a fault did to a request, in words. */
  faultOf(request: OutgoingRequest): string | undefined;
}

function callOf({ purpose }: OutgoingRequest): Call {
  if (purpose.kind === 'integration')
    return { door: 'endpoint', endpointId: null, key: `integration:${purpose.key}` };
  if (purpose.kind === 'question') return { door: 'question', service: purpose.key };
  return { door: 'endpoint', endpointId: purpose.endpointId, key: purpose.endpointKey };
}

/** Where faults strike what is sent to webhook endpoints, partners, tax engines and carriers. */
export function endpointDoor(inner: Outgoing, faults: Faults): EndpointDoor {
  const struck = new WeakMap<OutgoingRequest, string>();
  return {
    refusalOf: (url) => inner.refusalOf(url),
    faultOf: (request) => struck.get(request),
    async send(request) {
      if (faults.areNone(request.storeId)) return inner.send(request);
      const { strikeMessage } = await import('./strike-message.ts');
      return strikeMessage(
        faults,
        { ...request, call: callOf(request) },
        () => inner.send(request),
        (fault) => struck.set(request, wordsOf(fault)),
      );
    },
  };
}
