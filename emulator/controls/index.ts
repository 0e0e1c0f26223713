import { statusControls } from './status.ts';

/** Everything that the emulator offers beside the platform. */
export const controls = {
  ...statusControls,
};

export type Controls = typeof controls;
