import { createHmac, randomBytes } from 'node:crypto';
import { signatureHeaders } from '../../../runtime/services/webhooks/index.ts';

export interface CheckRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One thing that happens to handlers in production. */
export interface CheckCase {
  readonly name: string;
  readonly expects: 'accepted' | 'refused';
  /** What goes wrong in production where a handler does otherwise. */
  readonly why: string;
  readonly request: CheckRequest;
}

/** Seconds by which a timestamp may differ, by the Standard Webhooks. */
const tolerance = 300;

const newId = () => `evt_check_${randomBytes(8).toString('hex')}`;

/** The cases, in the order in which they are sent: the duplicate comes after what it repeats. */
export function checkCases(secret: string, body: string, now: Date): CheckCase[] {
  const signed = (id: string, at = now, text = body): CheckRequest => ({
    headers: signatureHeaders(id, at, text, [secret]),
    body: text,
  });
  const earlier = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const otherType = JSON.stringify({ ...JSON.parse(body), type: 'something.new' });
  const older = JSON.stringify({ ...JSON.parse(body), timestamp: earlier(3600).toISOString() });
  const wrongKey = `whsec_${createHmac('sha256', 'another').update(secret).digest('base64')}`;
  const good = signed(newId());
  const rotated = newId();
  return [
    {
      ...{ name: 'good', expects: 'accepted', request: good },
      why: 'Nothing arrives.',
    },
    {
      ...{ name: 'badly signed', expects: 'refused' },
      why: 'Anybody can make events up.',
      request: { headers: signatureHeaders(newId(), now, body, [wrongKey]), body },
    },
    {
      ...{ name: 'changed on the way', expects: 'refused' },
      why: 'The signature is not compared with the body as it came.',
      request: { ...signed(newId()), body: otherType },
    },
    {
      ...{ name: 'unsigned', expects: 'refused' },
      why: 'Anybody can make events up.',
      request: { headers: {}, body },
    },
    {
      ...{ name: 'stale', expects: 'refused' },
      why: `Somebody who recorded a request can send it again: timestamps older than ${tolerance / 60} minutes are refused.`,
      request: signed(newId(), earlier(tolerance * 2)),
    },
    {
      ...{ name: 'duplicate', expects: 'accepted', request: good },
      why: 'Delivery is at least once: refused, it is sent for days. Do nothing where the `webhook-id` is known.',
    },
    {
      ...{ name: 'reordered', expects: 'accepted' },
      why: 'Events may come in another order: refused, it is sent for days.',
      request: signed(newId(), now, older),
    },
    {
      ...{ name: 'of an unknown type', expects: 'accepted' },
      why: 'A newer version of the platform has more events: refused, they are sent for days.',
      request: signed(newId(), now, otherType),
    },
    {
      ...{ name: 'signed by two secrets', expects: 'accepted' },
      why: 'While a secret is rotated both sign: one that fits is enough.',
      request: { headers: signatureHeaders(rotated, now, body, [wrongKey, secret]), body },
    },
  ];
}
