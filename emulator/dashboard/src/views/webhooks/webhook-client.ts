import { fetchApi, sendApi } from '../../session/api.ts';
import type { Session } from '../../session/session.ts';

/** As much of an endpoint as is shown. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly status: 'active' | 'paused' | 'disabled';
  readonly description?: string | null;
}

export interface DeliverySummary {
  readonly id: string;
  readonly endpointId: string;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly eventId: string;
  readonly eventType: string;
  readonly subject: string;
  readonly traceId: string;
  readonly createdAt: string;
  readonly attemptCount: number;
  readonly nextAttemptAt: string | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface Attempt {
  readonly number: number;
  readonly at: string;
  readonly durationMilliseconds: number;
  readonly request: { readonly url: string; readonly headers: readonly NamedValue[]; readonly body: string };
  readonly response: {
    readonly status: number;
    readonly headers: readonly NamedValue[];
    readonly body: string;
    readonly isBodyCut: boolean;
  } | null;
  readonly error: string | null;
  readonly nextAttemptAt: string | null;
}

export interface Delivery extends DeliverySummary {
  readonly body: string | null;
  readonly attempts: readonly Attempt[];
}

interface PageOf<Item> {
  readonly data: readonly Item[];
  readonly page: { readonly next: string | null };
}

export function fetchEndpoints(session: Session, signal: AbortSignal): Promise<PageOf<Endpoint>> {
  return fetchApi(session, 'v1/webhooks/endpoints?pageSize=100', signal);
}

export function fetchDelivery(session: Session, id: string, signal: AbortSignal): Promise<Delivery> {
  return fetchApi(session, `v1/webhooks/deliveries/${id}`, signal);
}

/** Asks for something below `/v1/webhooks`. */
export function askWebhooks<Answer>(session: Session, path: string, body: object = {}): Promise<Answer> {
  return sendApi(session, 'POST', `v1/webhooks/${path}`, { body });
}
