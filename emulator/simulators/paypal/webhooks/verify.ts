import { isDeepStrictEqual } from 'node:util';
import Type from 'typebox';
import type { Reader } from '../../../../runtime/store/port.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/paypal-error.ts';
import { algorithm, certificatePath, certificates, findCertificate, isSignedBy } from './signer.ts';
import { deliveries, webhookEvents } from './webhook.ts';

interface Claim {
  readonly auth_algo: string;
  readonly cert_url: string;
  readonly transmission_id: string;
  readonly transmission_sig: string;
  readonly transmission_time: string;
  readonly webhook_id: string;
  readonly webhook_event: object;
}

/** By its path alone: the simulator may answer at another address by now, or be known by several. */
function namesCertificate(certificateUrl: string, certificate: { readonly id: string }): boolean {
  return URL.canParse(certificateUrl) && new URL(certificateUrl).pathname === certificatePath(certificate);
}

/**
 * Whether a transmission is ours and says what it said when it was sent. The event comes back parsed, and writing
 * it anew would not give the bytes that were signed: so it is compared with what was sent, and those bytes are
 * checked.
 */
async function isGenuine(reader: Reader, claim: Claim): Promise<boolean> {
  const certificate = await findCertificate(reader);
  const delivery = await reader.get(deliveries, claim.transmission_id);
  const event = delivery && (await reader.get(webhookEvents, delivery.eventId));
  if (!certificate || !event) return false;
  if (claim.auth_algo !== algorithm || !namesCertificate(claim.cert_url, certificate)) return false;
  const sent: unknown = JSON.parse(event.body);
  if (!isDeepStrictEqual(sent, claim.webhook_event)) return false;
  const signed = {
    transmissionId: claim.transmission_id,
    transmissionTime: claim.transmission_time,
    webhookId: claim.webhook_id,
    body: event.body,
  };
  return isSignedBy(signed, claim.transmission_sig, certificate);
}

const verify = endpoint({
  http: 'POST /v1/notifications/verify-webhook-signature',
  summary: 'Verify the signature of a webhook',
  body: Type.Object({
    auth_algo: Type.String(),
    cert_url: Type.String(),
    transmission_id: Type.String(),
    transmission_sig: Type.String(),
    transmission_time: Type.String(),
    webhook_id: Type.String(),
    webhook_event: Type.Record(Type.String(), Type.Unknown()),
  }),
  async handle({ writer, body }) {
    const status = (await isGenuine(writer, body)) ? 'SUCCESS' : 'FAILURE';
    return { status: 200, body: { verification_status: status } };
  },
});

const certificate = endpoint({
  http: 'GET /v1/notifications/certs/{certificate_id}',
  summary: 'Show the certificate that signatures are verified with',
  authentication: 'none',
  limits:
    'Signed by itself. Libraries that take certificates from `*.paypal.com` alone have to be told of this address.',
  async handle({ writer, path }) {
    const id = path.certificate_id ?? '';
    const found = await writer.get(certificates, id);
    if (!found) throw notFound('certificate_id', id);
    return { status: 200, body: found.certificate, contentType: 'application/x-pem-file' };
  },
});

export const signatureEndpoints: readonly Endpoint[] = [verify, certificate];
