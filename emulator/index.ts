export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export { setAside } from './local-state.ts';
