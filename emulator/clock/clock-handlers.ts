import type { ControlHandlers } from '../controls/control.ts';
import type { clockControls } from './clock-controls.ts';
import type { ClockMover } from './clock-mover.ts';

/** `mover` is asked for with the first request, so that a start doesn't wait for it. */
export function clockHandlers(mover: () => Promise<ClockMover>): ControlHandlers<typeof clockControls> {
  return {
    'clock.show': async (_input, { storeId }) => (await mover()).show(storeId),
    'clock.set': async (input, { storeId }) => (await mover()).set(storeId, input),
    'clock.advance': async (input, { storeId }) => (await mover()).advance(storeId, input),
    'clock.freeze': async (_input, { storeId }) => (await mover()).freeze(storeId),
    'clock.resume': async (_input, { storeId }) => (await mover()).resume(storeId),
  };
}
