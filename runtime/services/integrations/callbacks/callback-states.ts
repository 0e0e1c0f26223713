import type { Context } from '../../../context/context.ts';
import type { NewDocument } from '../../../store/port.ts';
import { callbacks, type StoredCallback, summaryOf } from './stored-callback.ts';

export type CallbackState = StoredCallback['state'];

/** The life of a callback, as data. */
export const callbackMoves = [
  { from: 'received', to: 'applied', event: 'integration.callback_applied' },
  { from: 'received', to: 'ignored', event: 'integration.callback_ignored' },
  { from: 'received', to: 'failed', event: 'integration.callback_failed' },
  // One whose applying broke off, and was given up in the end, waits for a retry.
  { from: 'received', to: 'received', event: 'integration.callback_received' },
  { from: 'failed', to: 'received', event: 'integration.callback_received' },
  { from: 'ignored', to: 'received', event: 'integration.callback_received' },
] as const satisfies readonly { from: CallbackState; to: CallbackState; event: string }[];

/** Moves a callback along its table, with its event; undefined where its state doesn't allow it. */
export async function moveCallback(
  context: Context,
  id: string,
  to: CallbackState,
  change: Partial<NewDocument<StoredCallback>> = {},
): Promise<StoredCallback | undefined> {
  const current = await context.store.get(callbacks, id, { lock: true });
  const move = callbackMoves.find((each) => each.from === current?.state && each.to === to);
  if (!current || !move) return undefined;
  const moved = await context.store.update(callbacks, id, () => ({ ...current, ...change, state: to }));
  await context.emit(move.event, moved.integration, summaryOf(moved));
  return moved;
}
