import { randomBytes } from 'node:crypto';

/**
 * A place in a trace as W3C Trace Context has it, for a call that belongs to it: a new span unless one is named, 16
 * hexadecimal digits. Undefined for a trace that no request began: a schedule's has no id of that form.
 */
export function traceparentOf(traceId: string, spanId = randomBytes(8).toString('hex')): string | undefined {
  return /^[0-9a-f]{32}$/.test(traceId) ? `00-${traceId}-${spanId}-01` : undefined;
}
