import Type from 'typebox';
import { defineProblems } from '../problem.ts';

export const integrationProblems = defineProblems({
  integrationSignature: {
    code: 'integration_signature',
    status: 401,
    title: 'The callback is not signed as the integration signs.',
    hint:
      'Sign "<webhook-id>.<webhook-timestamp>.<body>" with the secret of the integration (Standard Webhooks); the time may ' +
      "be five minutes off the machine's.",
    kind: 'caller',
  },
  integrationCallbackState: {
    code: 'integration_callback_state',
    status: 409,
    title: 'The callback needs no other try.',
    hint: 'A callback that failed, was ignored or still waits can be tried again; "details.state" says what became of this one.',
    kind: 'conflict',
    details: Type.Object({ state: Type.String() }),
  },
  integrationWithoutStock: {
    code: 'integration_without_stock',
    status: 409,
    title: 'The integration tells no stock.',
    hint: 'Declare "stock" and "locations" of the integration in headlesspro.config.ts.',
    kind: 'conflict',
  },
  partnerUnreachable: {
    code: 'partner_unreachable',
    status: 502,
    title: 'The partner did not answer as expected.',
    hint: 'The detail says what came back. Check the URL and the token of the integration, and ask again later.',
    kind: 'provider',
  },
});
