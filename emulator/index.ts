export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export { fillStore, UnfitSeed } from './fill-store.ts';
export { setAside } from './local-state.ts';
