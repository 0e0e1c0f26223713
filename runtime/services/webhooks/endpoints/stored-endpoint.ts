import type { Static } from 'typebox';
import type { WebhookEndpoint } from '../../../contract/webhooks/index.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import { type EndpointSecret, validSecrets } from './endpoint-secrets.ts';

export type ShownEndpoint = Static<typeof WebhookEndpoint>;

export interface EndpointHeader {
  readonly name: string;
  readonly value: string;
}

/** As it is stored: the contract's resource, and what is never shown. */
export interface StoredEndpoint extends Omit<ShownEndpoint, 'headerNames' | 'failingSince' | 'secrets'> {
  readonly headers: readonly EndpointHeader[];
  readonly secrets: readonly EndpointSecret[];
  /** The latest event when it was made: what had happened by then is not sent. */
  readonly afterSequence: number;
  /** The environment variable that holds the secret, where the configuration names one. */
  readonly secretVariable: string | null;
  /** What the configuration says, as text, to see whether it says something else; null where it says nothing. */
  readonly declaration: string | null;
}

/** A URL may be a capability, and headers may hold credentials. */
type Sealed = 'url' | 'headers' | 'secrets';

export const webhookEndpoints = collection<StoredEndpoint, Sealed>({
  name: 'webhook_endpoints',
  sealed: { url: true, headers: true, secrets: true },
  indexes: {
    byCreation: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ createdAt }) => [[1, createdAt]],
    },
    byStatus: {
      version: 1,
      columns: [{ name: 'status', type: 'text' }],
      keys: ({ status }) => [[status]],
    },
    byKey: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'key', type: 'text' },
      ],
      unique: true,
      keys: ({ key }) => (key === null ? [] : [[1, key]]),
    },
  },
});

/**
 * How sending to an endpoint goes, beside the endpoint, because it changes with the deliveries and not with what people
 * set. `holder` sends until `leaseUntil` (machine time); nobody else does meanwhile.
 */
export interface EndpointHealth extends StoredDocument {
  readonly failingSince: string | null;
  readonly holder: string | null;
  readonly leaseUntil: number;
}

export const endpointHealth = collection<EndpointHealth>({ name: 'webhook_endpoint_health', indexes: {} });

/** An endpoint as the contract has it. */
export function presentEndpoint(
  endpoint: StoredEndpoint,
  health: Pick<EndpointHealth, 'failingSince'> | undefined,
  now: Date,
): ShownEndpoint {
  const { headers, secrets, secretVariable: _variable, declaration: _declaration, ...rest } = endpoint;
  const { afterSequence: _sequence, ...shown } = rest;
  return {
    ...shown,
    headerNames: headers.map(({ name }) => name),
    failingSince: health?.failingSince ?? null,
    secrets: validSecrets(secrets, now).map(({ createdAt, expiresAt }) => ({ createdAt, expiresAt })),
  };
}
