import { type ControlClient, createControlClient } from '../../emulator/controls/control-client.ts';
import { ClientProblem } from '../../runtime/client/index.ts';
import { fitsPattern } from '../../runtime/store/fits-pattern.ts';
import type { CommandContext } from '../context.ts';
import { localStore } from '../project/local-store.ts';
import { waitUntil } from '../wait-until.ts';
import { type AttemptEvent, attemptLine } from './attempt-line.ts';
import { followJournal, type JournalEntry } from './follow-journal.ts';
import { type WebhookCaller, webhookCaller } from './webhook-caller.ts';

export interface DeliveryTail {
  readonly types: readonly string[];
  readonly endpoint: string | undefined;
  readonly onlyFailed: boolean;
  readonly fromBeginning: boolean;
}

/** An attempt is written down when its answer is there, and what follows from it is decided just after. */
const patience = { milliseconds: 3000, between: 50 };

/** When that attempt is followed by another; null where by none, or where its delivery has gone with its endpoint. */
async function nextAttemptAt(call: WebhookCaller, deliveryId: string, number: number) {
  try {
    const attempt = await waitUntil(async () => {
      const { attempts } = await call('webhooks.deliveries.get', { deliveryId });
      return attempts.find((each) => each.number === number);
    }, patience);
    return attempt?.nextAttemptAt ?? null;
  } catch (error) {
    if (error instanceof ClientProblem && error.status === 404) return null;
    throw error;
  }
}

async function attemptOf(
  entry: JournalEntry,
  client: ControlClient,
  call: WebhookCaller,
): Promise<AttemptEvent> {
  const { at, type, endpoint, status, isFailure, durationMs, subject, traceId } = entry;
  const { detail } = await client.call('journal.get', { entryId: entry.id });
  const { deliveryId = '', attempt = 1, url = '', error = null, eventId = '' } = detail;
  return {
    ...{ event: 'attempt', time: at, type, endpointId: endpoint, url, deliveryId, eventId, attempt, error },
    ...{ status: /^\d+$/.test(status ?? '') ? Number(status) : null, milliseconds: durationMs, isFailure },
    ...{ subject, traceId },
    nextAttemptAt: isFailure ? await nextAttemptAt(call, deliveryId, attempt) : null,
  };
}

/** Prints attempts to deliver webhooks until it is stopped, or the store is. */
export async function tailDeliveries(tail: DeliveryTail, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  const store = await localStore(context);
  const client = createControlClient(store);
  const call = webhookCaller(store);
  const { types, endpoint, onlyFailed, fromBeginning } = tail;
  const isWanted = (entry: JournalEntry) =>
    types.some((pattern) => fitsPattern(pattern.trim(), entry.type ?? '')) &&
    (endpoint === undefined || entry.endpoint === endpoint) &&
    (entry.isFailure || !onlyFailed);
  const followed = { kind: 'delivery_attempt', fromBeginning };
  for await (const entry of followJournal(client, followed, signal)) {
    if (!isWanted(entry)) continue;
    const attempt = await attemptOf(entry, client, call);
    terminal.result(terminal.json ? JSON.stringify(attempt) : attemptLine(attempt, terminal.paint));
  }
}
