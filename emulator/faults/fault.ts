import type { Static } from 'typebox';
import type * as schemas from './fault-schema.ts';

/** One thing that goes wrong in a store, and how often it did. */
export type Fault = Static<typeof schemas.Fault>;
export type FaultInput = Static<typeof schemas.FaultInput>;
export type FaultKind = Fault['kind'];

/** What happens, as far as a fault may be meant for it. */
export type Call =
  | { readonly door: 'operation'; readonly operationId: string }
  | { readonly door: 'provider'; readonly provider: string; readonly route: string }
  | { readonly door: 'endpoint'; readonly endpointId: string | null; readonly key: string | null }
  /** What a tax engine or a carrier is asked while a cart is worked out: `taxes`, `carrier:dhl`. */
  | { readonly door: 'question'; readonly service: string }
  | { readonly door: 'notice'; readonly provider: string };

/** Begins what a fault is meant for that strikes notices of a simulated provider: `notices:stripe`. */
export const noticesPrefix = 'notices:';

/** `stripe POST /v1/refunds`: what a fault is meant for, for people. */
export function targetOf({ operation, provider, route, endpoint }: Fault): string {
  if (operation !== null) return operation;
  if (provider !== null) return route === null ? provider : `${provider} ${route}`;
  return `endpoint ${endpoint}`;
}

const moments = { before: 'before the work was done', after: 'after the work was done' };

/** What a fault did, in a sentence without an end: `fault_2: answered with 503, before the work was done`. */
export function wordsOf(fault: Fault): string {
  const deeds: Readonly<Record<FaultKind, string>> = {
    latency: `held up for ${fault.delayMilliseconds} ms`,
    error: `answered with ${fault.code ?? fault.status}`,
    timeout: 'never answered',
    drop: 'closed the connection',
    rate_limit: `answered with 429, to be tried again after ${fault.retryAfterSeconds} s`,
    malformed: 'cut the answer off',
    repeat: `sent ${fault.copies} times at once`,
  };
  const moment = fault.kind === 'repeat' ? '' : `, ${moments[fault.when]}`;
  return `${fault.id}: ${deeds[fault.kind]}${moment}`;
}
