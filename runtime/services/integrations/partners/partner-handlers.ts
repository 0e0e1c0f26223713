import type { IntegrationConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { IntegrationOperations } from '../../../contract/integrations/index.ts';
import { decodeCursor, encodeCursor } from '../../../cursor/index.ts';
import { callbacks } from '../callbacks/stored-callback.ts';
import { readStockPage } from '../reconciliation/partner-stock.ts';
import { requireIntegration } from './require-integration.ts';

type Operations = Pick<
  IntegrationOperations,
  Extract<keyof IntegrationOperations, `integrations.partners.${string}`>
>;

const countedAtMost = 1000;

async function present(context: Context, integration: IntegrationConfig) {
  const { store, storeId } = context;
  const { key, kind, url, locations, send, receive, stock } = integration;
  const failed = { index: 'byState', where: { integration: key, state: 'failed' } };
  const last = await store.query(callbacks, {
    ...{ index: 'byState', where: { integration: key, state: '*' }, direction: 'descending', pageSize: 1 },
  });
  return {
    ...{ key, kind, url, callbackPath: `/hooks/${storeId}/integrations/${key}` },
    endpointKey: `integration:${key}`,
    locationIds: [...locations],
    sends: [...new Set(send.map(({ event }) => event))],
    receives: [...new Set(receive.map(({ as }) => as))],
    tellsStock: stock !== null && locations.length > 0,
    failedCallbacks: await store.count(callbacks, failed, countedAtMost),
    lastCallbackAt: last.items[0]?.document.receivedAt ?? null,
  };
}

/** Handlers of integrations, in the contract's order. */
export const partnerHandlers: HandlersOf<Operations> = {
  async 'integrations.partners.list'(context, { pageSize = 20, after }) {
    const scope = 'integrations.partners.list';
    const all = context.config.integrations;
    const start = after === undefined ? 0 : Number(decodeCursor(scope, after)[0]);
    const shown = all.slice(start, start + pageSize);
    const cursors = shown.map((_, index) => encodeCursor(scope, [start + index + 1]));
    const data = await Promise.all(shown.map((integration) => present(context, integration)));
    const next = start + shown.length < all.length ? (cursors.at(-1) ?? null) : null;
    return { data, page: { next }, cursors };
  },

  async 'integrations.partners.get'(context, { integration }) {
    return present(context, requireIntegration(context, integration));
  },

  async 'integrations.partners.test'(context, { integration }) {
    const found = requireIntegration(context, integration);
    const began = performance.now();
    const { status, items } = await readStockPage(context, found);
    const durationMilliseconds = Math.round(performance.now() - began);
    return { integration, status, items: items.length, durationMilliseconds };
  },
};
