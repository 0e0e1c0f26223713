import type { RecordingState } from '../../emulator/recordings/index.ts';
import type { Terminal } from '../output/index.ts';
import type { StoppedRecording } from './stop-recording.ts';

const calls = (count: number) => `${count} ${count === 1 ? 'call' : 'calls'}`;

function printUnmatched({ unmatched }: RecordingState, { paint, result }: Terminal): void {
  for (const message of unmatched) result(`${paint.red('✖')} ${message}`);
}

export function printState(state: RecordingState, terminal: Terminal): void {
  const { mode, calls: made, unused } = state;
  if (mode === 'off') terminal.result('Nothing is recorded or replayed.');
  else if (mode === 'recording') terminal.result(`recording: ${calls(made)} until now`);
  else terminal.result(`replaying: ${calls(made)} answered, ${unused} of the recording not made yet`);
  printUnmatched(state, terminal);
}

export function printStopped({ state, file }: StoppedRecording, terminal: Terminal): void {
  const { paint, result } = terminal;
  if (file !== null) result(`${paint.green('✔')} wrote ${calls(state.calls)} to ${file}`);
  else {
    const left = state.unused === 0 ? '' : `; ${calls(state.unused)} of the recording nobody made`;
    result(`ended: ${calls(state.calls)} answered${left}`);
  }
  printUnmatched(state, terminal);
}
