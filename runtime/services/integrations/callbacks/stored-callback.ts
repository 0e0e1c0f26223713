import type { Static } from 'typebox';
import type {
  IntegrationCallback as CallbackSchema,
  IntegrationCallbackSummary,
} from '../../../contract/integrations/index.ts';
import { collection } from '../../../store/port.ts';

export type ShownCallback = Static<typeof CallbackSchema>;
export type CallbackSummary = Static<typeof IntegrationCallbackSummary>;

export interface StoredCallback extends ShownCallback {
  /** As far as rules ask: names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What it is about at the partner: `shipment:S-1`. What failed is tried again when that becomes known. */
  readonly entity: string | null;
}

export const callbacks = collection<StoredCallback, 'body' | 'data' | 'headers' | 'reason'>({
  name: 'integration_callbacks',
  // A partner writes names, addresses and tracking numbers.
  sealed: { body: true, data: true, headers: true, reason: true },
  indexes: {
    byMessage: {
      version: 1,
      columns: [
        { name: 'integration', type: 'text' },
        { name: 'messageId', type: 'text' },
      ],
      unique: true,
      keys: ({ integration, messageId }) => [[integration, messageId]],
    },
    /** Under `*` for all integrations, or all states. */
    byState: {
      version: 1,
      columns: [
        { name: 'integration', type: 'text' },
        { name: 'state', type: 'text' },
        { name: 'receivedAt', type: 'text' },
      ],
      keys: ({ integration, state, receivedAt }) => [
        ['*', '*', receivedAt],
        ['*', state, receivedAt],
        [integration, '*', receivedAt],
        [integration, state, receivedAt],
      ],
    },
    byOrder: {
      version: 1,
      columns: [
        { name: 'orderId', type: 'text' },
        { name: 'receivedAt', type: 'text' },
      ],
      keys: ({ orderId, receivedAt }) => (orderId === null ? [] : [[orderId, receivedAt]]),
    },
    failedByEntity: {
      version: 1,
      columns: [
        { name: 'integration', type: 'text' },
        { name: 'entity', type: 'text' },
      ],
      keys: ({ integration, state, entity }) =>
        state === 'failed' && entity !== null ? [[integration, entity]] : [],
    },
  },
});

export function presentCallback({
  headers: _headers,
  entity: _entity,
  ...shown
}: StoredCallback): ShownCallback {
  return shown;
}

export function summaryOf(callback: StoredCallback): CallbackSummary {
  const { body: _body, data: _data, ...summary } = presentCallback(callback);
  return summary;
}
