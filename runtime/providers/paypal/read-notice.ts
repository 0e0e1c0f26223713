import { paymentProblems } from '../../contract/payments/index.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import type { ProviderNotice } from '../../services/payments/index.ts';
import type { PaypalClient } from './paypal-clients.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

interface Event {
  readonly id: string;
  readonly event_type: string;
  readonly resource?: {
    readonly id?: string;
    readonly custom_id?: string;
    readonly purchase_units?: readonly { readonly custom_id?: string }[];
    readonly supplementary_data?: { readonly related_ids?: Readonly<Record<string, string>> };
    readonly disputed_transactions?: readonly { readonly seller_transaction_id?: string }[];
    readonly links?: readonly { readonly rel?: string; readonly href?: string }[];
  };
}

function forged(detail: string): Problem {
  return problem(paymentProblems.invalidSignature, { detail });
}

/** What PayPal asks for to verify a notice, by the headers that it came with. */
const claims = {
  auth_algo: 'paypal-auth-algo',
  cert_url: 'paypal-cert-url',
  transmission_id: 'paypal-transmission-id',
  transmission_sig: 'paypal-transmission-sig',
  transmission_time: 'paypal-transmission-time',
} as const;

function claimOf(headers: Headers, webhookId: string): Record<string, string> {
  const claim = Object.entries(claims).map(([name, header]) => {
    const value = headers[header];
    if (typeof value !== 'string') throw forged(`The notice has no header "${header}".`);
    return [name, value];
  });
  return { ...Object.fromEntries(claim), webhook_id: webhookId };
}

function parseEvent(text: string): Event {
  let event: Partial<Event> | null;
  try {
    event = JSON.parse(text) as Partial<Event> | null; // its members are looked at below
  } catch {
    throw forged('The notice is no JSON.');
  }
  if (typeof event !== 'object' || typeof event?.id !== 'string' || typeof event.event_type !== 'string')
    throw forged('The notice is no event of PayPal.');
  return { ...event, id: event.id, event_type: event.event_type };
}

const ours = /^pay_[0-9A-HJKMNP-TV-Z]{26}$/;
/** Families of events that are about payments. */
const telling = /^(?:CHECKOUT|PAYMENT|CUSTOMER\.DISPUTE)\./;

/** What an event is about; undefined where nothing follows from it. */
export function noticeOf({ id, event_type: type, resource }: Event): ProviderNotice | undefined {
  if (!telling.test(type)) return undefined;
  const named = [resource?.custom_id, resource?.purchase_units?.[0]?.custom_id];
  const references = [
    resource?.id,
    ...Object.values(resource?.supplementary_data?.related_ids ?? {}),
    ...(resource?.disputed_transactions ?? []).map((transaction) => transaction.seller_transaction_id),
    // A refund names the capture by a link alone.
    resource?.links
      ?.find(({ rel }) => rel === 'up')
      ?.href?.split('/')
      .at(-1),
  ].filter((name) => name !== undefined);
  return {
    ...{ noticeId: id, type },
    paymentId: named.find((name) => name !== undefined && ours.test(name)) ?? null,
    references: [...new Set(references)],
    standing: null,
  };
}

/**
 * Verifies a notice by asking PayPal, with the bytes as they came: its certificate's address is never followed, so a
 * forged one leads nowhere.
 */
export async function readNotice(
  { post }: PaypalClient,
  headers: Headers,
  body: Uint8Array,
  webhookId: string,
): Promise<ProviderNotice | undefined> {
  const text = Buffer.from(body).toString('utf8');
  const event = parseEvent(text);
  const claim = JSON.stringify(claimOf(headers, webhookId));
  // Written anew, the event would not have the bytes that were signed.
  const answer = await post(
    '/v1/notifications/verify-webhook-signature',
    `${claim.slice(0, -1)},"webhook_event":${text}}`,
  );
  const status = typeof answer === 'object' && answer !== null && 'verification_status' in answer;
  if (!status || answer.verification_status !== 'SUCCESS')
    throw forged('PayPal does not know the notice as its own.');
  return noticeOf(event);
}
