export type { Recording, RecordingState } from './recording.ts';
export { recordingHandlers } from './recording-handlers.ts';
export { createRecordings } from './recordings.ts';
