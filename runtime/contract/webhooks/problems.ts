import Type from 'typebox';
import { defineProblems } from '../problem.ts';

export const webhookProblems = defineProblems({
  webhookUrlRefused: {
    code: 'webhook_url_refused',
    status: 422,
    title: 'Nothing is sent to that URL.',
    hint:
      'Give an http or https URL of a public host, without a user and password in it. `hp dev` sends to this machine, too: ' +
      'http://localhost:3000/hooks.',
    kind: 'caller',
  },
  webhookEndpointDeclared: {
    code: 'webhook_endpoint_declared',
    status: 409,
    title: 'This endpoint is declared in the configuration.',
    hint: 'Change it under `webhooks` in headlesspro.config.ts, and push that.',
    kind: 'conflict',
  },
  webhookEndpointState: {
    code: 'webhook_endpoint_state',
    status: 409,
    title: 'The state of the endpoint does not allow it.',
    hint: '"details.moves" lists what can be done now.',
    kind: 'conflict',
    details: Type.Object({ status: Type.String(), moves: Type.Array(Type.String()) }),
  },
  webhookEndpointLimit: {
    code: 'webhook_endpoint_limit',
    status: 409,
    title: 'The store has as many endpoints as it may have.',
    hint: 'Delete one that is not needed any more, or take more event types at one.',
    kind: 'conflict',
  },
});
