import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import { refusal } from '../http/paypal-error.ts';
import { emitEvent } from '../webhooks/emit-event.ts';
import { events } from '../webhooks/events.ts';
import { captureAuthorization } from './capture-authorization.ts';
import { findAuthorization, paymentRequestIdHours } from './find-authorization.ts';
import { type Authorization, authorizations } from './payment.ts';
import { presentAuthorization } from './present.ts';
import { reauthorize } from './reauthorize.ts';

const show = endpoint({
  http: 'GET /v2/payments/authorizations/{authorization_id}',
  summary: 'Show an authorization',
  mockable: true,
  async handle({ writer, url, path }) {
    const authorization = await findAuthorization(writer, path.authorization_id ?? '');
    return { status: 200, body: presentAuthorization(authorization, url) };
  },
});

const voidAuthorization = endpoint({
  http: 'POST /v2/payments/authorizations/{authorization_id}/void',
  summary: 'Void an authorization',
  requestIdHours: paymentRequestIdHours,
  mockable: true,
  async handle(request): Promise<Answer> {
    const { writer, url, path, prefersRepresentation } = request;
    const found = await findAuthorization(writer, path.authorization_id ?? '');
    if (found.status === 'CAPTURED') throw refusal('PREVIOUSLY_CAPTURED');
    if (found.status === 'VOIDED') throw refusal('PREVIOUSLY_VOIDED');
    if (found.status === 'DENIED') throw refusal('CANNOT_BE_VOIDED');
    const voided = await writer.update<Authorization>(authorizations, found.id, (current) => ({
      ...current,
      status: 'VOIDED',
    }));
    const body = presentAuthorization(voided, url);
    await emitEvent(request, events.authorizationVoided, body);
    return prefersRepresentation ? { status: 200, body } : { status: 204 };
  },
});

export const authorizationEndpoints: readonly Endpoint[] = [
  show,
  captureAuthorization,
  reauthorize,
  voidAuthorization,
];
