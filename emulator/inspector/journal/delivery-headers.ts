import { headersWithoutSecrets } from './remove-secrets.ts';

/** Set by the platform itself; any other was given by whoever made the endpoint, and may be a key by any name. */
const own = /^(?:content-type|user-agent|traceparent|idempotency-key|webhook-[\w-]+)$/;
/** What stands in a delivery of the platform, too, in the place of a header of the endpoint's own. */
const leftOut = '(left out)';

/** Headers of a delivery as they may be kept, names in lower case. */
export function deliveryHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headersWithoutSecrets(headers));
  return Object.fromEntries(kept.map(([name, value]) => [name, own.test(name) ? value : leftOut]));
}
