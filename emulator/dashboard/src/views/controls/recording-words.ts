import type { ControlInput, ControlOutput } from '../../../../controls/control.ts';
import type { recordingControls } from '../../../../recordings/recording-controls.ts';

export type RecordingState = ControlOutput<(typeof recordingControls)['recordings.show']>;
export type Recording = ControlInput<(typeof recordingControls)['recordings.replay']>['recording'];

export function calls(count: number): string {
  return `${count} ${count === 1 ? 'call' : 'calls'}`;
}

/** What is recorded or replayed in the store. */
export function recordingSummary({ mode, calls: made, unused }: RecordingState): string {
  if (mode === 'recording') return `Recording: ${calls(made)} until now.`;
  if (mode === 'replaying')
    return `Replaying: ${calls(made)} answered, ${unused} of the recording not made yet.`;
  return 'Nothing is recorded or replayed.';
}

/**
 * A file that was saved when a recording was stopped; what exactly it must hold is checked by whoever replays it.
 * @throws {Error} where it is something else
 */
export function readRecording(text: string, file: string): Recording {
  let contents: unknown;
  try {
    contents = JSON.parse(text);
  } catch {
    throw new Error(`${file} is no recording: it holds no JSON.`);
  }
  const isRecording =
    typeof contents === 'object' &&
    contents !== null &&
    'format' in contents &&
    contents.format === 'headlesspro-recording';
  if (!isRecording) throw new Error(`${file} is no recording: choose one that was saved here or by hp.`);
  return contents as Recording; // by its format
}
