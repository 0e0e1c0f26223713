import { randomFillSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request's place in a trace, as W3C Trace Context has it. */
export interface Trace {
  /** 32 hexadecimal digits; the caller's, where it sent one. */
  readonly traceId: string;
  /** As it goes back to the caller: the trace, and this request's own span. */
  readonly traceparent: string;
}

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
/** All zeros are not valid (Trace Context, 3.2.2.3 and 3.2.2.4). */
const zeros = /^0+$/;

/** The trace that a `traceparent` names; undefined where there is none, or one that can't be read. */
export function traceIdOf(header: unknown): string | undefined {
  const [, traceId = '0', parentId = '0'] = typeof header === 'string' ? (pattern.exec(header) ?? []) : [];
  return zeros.test(traceId) || zeros.test(parentId) ? undefined : traceId;
}

// Drawn for many requests at once, which is what makes them cheap.
const drawn = Buffer.alloc(24 * 256);
let used = drawn.length;

/** 24 random bytes as hexadecimal digits: 16 for a trace, 8 for a span. */
function randomIds(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 24;
  return drawn.toString('hex', used - 24, used);
}

/** Goes on with the caller's trace; begins one where it has none, or one that can't be read. */
export function traceOf(headers: IncomingHttpHeaders): Trace {
  const random = randomIds();
  const traceId = traceIdOf(headers.traceparent) ?? random.slice(0, 32);
  return { traceId, traceparent: `00-${traceId}-${random.slice(32)}-01` };
}
