export { type Emulator, type EmulatorOptions, startEmulator, UnfitSeed } from './emulator.ts';
export { setAside } from './local-state.ts';
