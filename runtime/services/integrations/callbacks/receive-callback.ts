import type { Context } from '../../../context/context.ts';
import type { Notice, Receiver } from '../../../context/service.ts';
import { integrationProblems } from '../../../contract/integrations/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import type { VerifyCallback } from '../ports.ts';
import { callbacks, type StoredCallback, summaryOf } from './stored-callback.ts';

/** What says nothing about the message, or is a credential. */
const leftOut = new Set(['authorization', 'cookie', 'webhook-signature', 'connection', 'host']);

function headersOf(headers: Notice['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !leftOut.has(name) ? [[name, value]] : [],
    ),
  );
}

async function known({ store }: Pick<Context, 'store'>, integration: string, messageId: string) {
  return store.find(callbacks, 'byMessage', { integration, messageId });
}

/**
 * Takes what a partner sends: verifies it, keeps it, answers. It is applied as an event, because partners give up on
 * an answer within seconds. The same message again is counted, and nothing else.
 */
export function callbackReceiver(verify: VerifyCallback): Receiver {
  return async (context, { headers, body, part = '' }) => {
    const connection = await context.connectionTo(`integration:${part}`);
    if (!connection) throw problem(problems.notFound, { detail: `There is no integration "${part}".` });
    const verdict = verify(headers, body, (connection.secrets.secret ?? '').split(','));
    if ('fault' in verdict) {
      throw problem(integrationProblems.integrationSignature, {
        detail: `The callback is refused: ${verdict.fault}`,
      });
    }
    const { messageId } = verdict;
    try {
      await context.transaction(async (step) => {
        const before = await known(step, part, messageId);
        if (before) {
          const again = (current: StoredCallback) => ({
            ...current,
            timesReceived: current.timesReceived + 1,
          });
          await step.store.update(callbacks, before.id, again);
          return;
        }
        const inserted = await step.store.insert(callbacks, {
          ...{ id: step.ids.next('icb'), integration: part, messageId, type: null, state: 'received' },
          ...{ reason: null, orderId: null, timesReceived: 1, attempts: 0 },
          ...{ receivedAt: step.clock.now().toISOString(), appliedAt: null, entity: null },
          ...{ headers: headersOf(headers), body: Buffer.from(body).toString(), data: null },
        });
        await step.emit('integration.callback_received', part, summaryOf(inserted));
      });
    } catch (error) {
      // The same message came twice at a time, and is kept.
      if (!(error instanceof UniqueViolation)) throw error;
    }
    return { isLater: true };
  };
}
