import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import { type IntegrationOperations, integrationProblems } from '../../../contract/integrations/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { moveCallback } from './callback-states.ts';
import { callbacks, presentCallback, type StoredCallback, summaryOf } from './stored-callback.ts';

type Operations = Pick<
  IntegrationOperations,
  Extract<keyof IntegrationOperations, `integrations.callbacks.${string}`>
>;

async function requireCallback({ store }: Context, id: string): Promise<StoredCallback> {
  const callback = await store.get(callbacks, id);
  if (!callback) throw problem(problems.notFound, { detail: `There is no callback ${id}.` });
  return callback;
}

/** Handlers of callbacks, in the contract's order. */
export const callbackHandlers: HandlersOf<Operations> = {
  async 'integrations.callbacks.list'(context, { integration, state, orderId, ...page }) {
    const direction = 'descending' as const;
    if (orderId !== undefined && (integration !== undefined || state !== undefined)) {
      const pointer = integration === undefined ? '/state' : '/integration';
      throw problem(problems.invalidFilter, {
        detail: 'Callbacks are listed by order alone, or by integration and state.',
        errors: [{ pointer, message: 'does not go with "orderId".' }],
      });
    }
    const range =
      orderId === undefined
        ? { index: 'byState', where: { integration: integration ?? '*', state: state ?? '*' }, direction }
        : { index: 'byOrder', where: { orderId }, direction };
    const found = await listPage(context, 'integrations.callbacks.list', callbacks, range, page);
    return { ...found, data: found.data.map(summaryOf) };
  },

  async 'integrations.callbacks.get'(context, { callbackId }) {
    return presentCallback(await requireCallback(context, callbackId));
  },

  async 'integrations.callbacks.retry'(context, { callbackId }) {
    const { state } = await requireCallback(context, callbackId);
    const moved = await moveCallback(context, callbackId, 'received', { reason: null });
    if (moved) return summaryOf(moved);
    throw problem(integrationProblems.integrationCallbackState, {
      detail: `The callback ${callbackId} is ${state}.`,
      details: { state },
    });
  },
};
