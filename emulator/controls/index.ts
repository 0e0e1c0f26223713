import { clockControls } from '../clock/clock-controls.ts';
import { faultControls } from '../faults/fault-controls.ts';
import { journalControls } from '../inspector/journal/journal-controls.ts';
import { recordingControls } from '../recordings/recording-controls.ts';
import { sandboxControls } from '../sandboxes/sandbox-controls.ts';
import { snapshotControls } from '../snapshots/snapshot-controls.ts';
import { statusControls } from './status.ts';

/** Everything that the emulator offers beside the platform. */
export const controls = {
  ...statusControls,
  ...clockControls,
  ...faultControls,
  ...journalControls,
  ...recordingControls,
  ...sandboxControls,
  ...snapshotControls,
};

export type Controls = typeof controls;
