import type { Context, StepsContext } from '../../../context/context.ts';
import type { Subscription } from '../../../context/service.ts';
import { Problem } from '../../../contract/problem.ts';
import { applyMeaning } from '../applying/index.ts';
import { type Applied, NotApplicable } from '../applying/outcome.ts';
import { moveCallback } from './callback-states.ts';
import { entityOf, type Mapped, mapCallback } from './map-callback.ts';
import { callbacks, type StoredCallback } from './stored-callback.ts';

/** Followers that are tried again when what they are about becomes known. */
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
  const { items } = await context.store.query(callbacks, {
    ...{ index: 'failedByEntity', where: { integration, entity }, pageSize: mostFollowers },
  });
  for (const { document } of items) await moveCallback(context, document.id, 'received', { reason: null });
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

async function apply(context: StepsContext, callbackId: string): Promise<void> {
  const callback = await context.store.get(callbacks, callbackId);
  if (callback?.state !== 'received') return;
  const integration = context.config.integrations.find(({ key }) => key === callback.integration);
  const mapped: Mapped = integration
    ? await mapCallback(integration, callback)
    : { failed: 'The integration is not in the configuration any more.' };
  if (!integration || !('as' in mapped)) {
    const outcome: Applied =
      'ignored' in mapped
        ? { state: 'ignored', reason: mapped.ignored }
        : { state: 'failed', reason: 'failed' in mapped ? mapped.failed : '' };
    await context.transaction((step) => finish(step, callback, mapped, outcome));
    return;
  }
  try {
    // All of it, or nothing: what a refusal leaves behind is the refusal alone.
    await context.transaction(async (step) => {
      const outcome = await applyMeaning(step, integration, mapped, callback);
      await finish(step, callback, mapped, outcome);
      if (mapped.as === 'shipment.created') {
        await wakeFollowers(step, integration.key, `shipment:${mapped.data.shipmentId}`);
      }
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    await context.transaction((step) => finish(step, callback, mapped, { state: 'failed', reason }));
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
