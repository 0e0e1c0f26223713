import type { ControlHandlers } from '../controls/control.ts';
import type { recordingControls } from './recording-controls.ts';
import type { Recordings } from './recordings.ts';

export function recordingHandlers(recordings: Recordings): ControlHandlers<typeof recordingControls> {
  return {
    'recordings.show': async (_input, { storeId }) => recordings.state(storeId),
    'recordings.start': (_input, { storeId }) => recordings.start(storeId),
    'recordings.replay': ({ recording }, { storeId }) => recordings.replay(storeId, recording),
    'recordings.stop': (_input, { storeId }) => recordings.stop(storeId),
  };
}
