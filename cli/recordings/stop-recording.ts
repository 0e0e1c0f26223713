import type { RecordingState } from '../../emulator/recordings/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { openControls } from '../project/open-controls.ts';
import { targetFile, writeFile } from '../transfer/write-file.ts';

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
  if (mode === 'replaying' && file !== undefined) {
    throw usage('unexpected_argument', 'A replay leaves nothing to write to a file.', {
      fix: 'End it by `hp recordings stop`.',
    });
  }
  const stop = () => controls.call('recordings.stop', {});
  if (!isRecording || file === undefined) return { state: (await stop()).state, file: null };
  const target = targetFile(file, context.directory, force);
  let state: RecordingState = { mode, calls: 0, unused: 0, unmatched: [] };
  async function* ended() {
    const stopped = await stop();
    state = stopped.state;
    yield `${JSON.stringify(stopped.recording, undefined, 2)}\n`;
  }
  await writeFile(ended(), target, context.signal);
  return { state, file: target };
}
