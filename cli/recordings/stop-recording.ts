import { writeFileSync } from 'node:fs';
import type { RecordingState } from '../../emulator/recordings/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { openControls } from '../project/open-controls.ts';
import { targetFile } from '../transfer/write-file.ts';

export interface StopOptions {
  readonly file: string | undefined;
  readonly force: boolean;
}

export interface StoppedRecording {
  readonly state: RecordingState;
  /** Where it was written; null after a replay. */
  readonly file: string | null;
}

/** A recording that can't be kept goes on, so that nothing is lost to a wrong file name. */
export async function stopRecording(
  { file, force }: StopOptions,
  context: CommandContext,
): Promise<StoppedRecording> {
  const controls = await openControls(context);
  const { mode } = await controls.call('recordings.show', {});
  const isRecording = mode === 'recording';
  if (isRecording && file === undefined) {
    throw usage('missing_argument', 'The recording has to go to a file.', {
      fix: 'Name it: `hp recordings stop checkout.recording.json`.',
    });
  }
  const target = isRecording && file !== undefined ? targetFile(file, context.directory, force) : null;
  const { state, recording } = await controls.call('recordings.stop', {});
  if (target !== null) writeFileSync(target, `${JSON.stringify(recording, undefined, 2)}\n`);
  return { state, file: target };
}
