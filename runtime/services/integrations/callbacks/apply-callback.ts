import type { Context, StepsContext } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { Problem } from '../../../contract/problem.ts';
import { applyMeaning } from '../applying/index.ts';
import { orderIdOf } from '../applying/order-id-of.ts';
import { type Applied, NotApplicable } from '../applying/outcome.ts';
import { moveCallback } from './callback-states.ts';
import { entityOf, type Mapped, mapCallback } from './map-callback.ts';
import { callbacks, type StoredCallback } from './stored-callback.ts';

/** Followers read at a time. */
const mostFollowers = 50;

/** What was refused, in words; undefined where it is no refusal, and to be tried again. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof NotApplicable) return error.message;
  if (!(error instanceof Problem)) return undefined;
  const { kind } = error.definition;
  return kind === 'caller' || kind === 'conflict' ? error.message : undefined;
}

/** What could not be applied because its shipment was not known yet is tried again. */
async function wakeFollowers(context: Context, integration: string, entity: string): Promise<void> {
  const waiting = { index: 'failedByEntity', where: { integration, entity }, pageSize: mostFollowers };
  for (;;) {
    const { items, hasMore } = await context.store.query(callbacks, waiting);
    for (const { document } of items) await moveCallback(context, document.id, 'received', { reason: null });
    if (!hasMore) return;
  }
}

async function finish(
  context: Context,
  callback: StoredCallback,
  mapped: Mapped,
  { state, reason, orderId }: Applied,
): Promise<void> {
  const isMapped = 'as' in mapped;
  await moveCallback(context, callback.id, state, {
    ...{ reason: reason ?? null, attempts: callback.attempts + 1, orderId: orderId ?? callback.orderId },
    appliedAt: state === 'applied' ? context.clock.now().toISOString() : null,
    ...(isMapped ? { type: mapped.as, data: JSON.stringify(mapped.data), entity: entityOf(mapped) } : {}),
  });
}

/** In a transaction that has the callback for itself, and not at all where another process was faster. */
function settle(
  context: StepsContext,
  callbackId: string,
  work: (step: Context, callback: StoredCallback) => Promise<void>,
): Promise<void> {
  return context.transaction(async (step) => {
    const callback = await step.store.get(callbacks, callbackId, { lock: true });
    if (callback?.state === 'received') await work(step, callback);
  });
}

async function apply(context: StepsContext, callbackId: string): Promise<void> {
  const received = await context.store.get(callbacks, callbackId);
  if (received?.state !== 'received') return;
  const integration = context.config.integrations.find(({ key }) => key === received.integration);
  const mapped: Mapped = integration
    ? await mapCallback(integration, received)
    : { failed: 'The integration is not in the configuration any more.' };
  if (!integration || !('as' in mapped)) {
    const outcome: Applied =
      'ignored' in mapped
        ? { state: 'ignored', reason: mapped.ignored }
        : { state: 'failed', reason: 'failed' in mapped ? mapped.failed : '' };
    await settle(context, callbackId, (step, callback) => finish(step, callback, mapped, outcome));
    return;
  }
  try {
    // All of it, or nothing: what a refusal leaves behind is the refusal alone.
    await settle(context, callbackId, async (step, callback) => {
      const outcome = await applyMeaning(step, integration, mapped, callback);
      await finish(step, callback, mapped, outcome);
      if (mapped.as === 'shipment.created' || mapped.as === 'shipment.cancelled') {
        await wakeFollowers(step, integration.key, `shipment:${mapped.data.shipmentId}`);
      }
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    await settle(context, callbackId, async (step, callback) => {
      const orderId = await orderIdOf(step, integration.key, mapped);
      await finish(step, callback, mapped, { state: 'failed', reason, ...(orderId ? { orderId } : {}) });
    });
  }
}

/** Applies what partners sent, one after the other for each partner. */
export const applyCallbacks: Subscription = {
  name: 'integrations.apply-callbacks',
  events: ['integration.callback_received'],
  async handleSteps(context, { data }) {
    const { id } = data as { readonly id: string }; // as it was emitted
    await apply(context, id);
  },
};
