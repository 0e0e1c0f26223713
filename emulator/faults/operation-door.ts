import type { FastifyInstance } from 'fastify';
import type { AroundOperation } from '../../runtime/runtime.ts';
import { cutOff } from './cut-off.ts';
import type { Faults } from './faults.ts';
import { mayBeStruck } from './struck.ts';

/** Where faults strike the platform's operations, asked for by REST or GraphQL alike. */
export function operationDoor(faults: Faults): AroundOperation {
  return (asked, carryOut) => {
    // Every request comes by here.
    if (faults.areNone(asked.storeId)) return carryOut();
    return import('./strike-operation.ts').then(({ strikeOperation }) =>
      strikeOperation(faults, asked, carryOut),
    );
  };
}

/** Cuts answers off on their way. To be called before whoever writes down what is sent. */
export function cutAnswers(server: FastifyInstance): void {
  mayBeStruck(server);
  server.addHook('onSend', ({ struckBy }, _reply, payload, done) => {
    done(null, struckBy?.kind === 'malformed' ? cutOff(payload) : payload);
  });
}
