export { type Emulator, type EmulatorOptions, startEmulator } from './emulator.ts';
export { fillStore } from './fill-store.ts';
export { ignoreLocalState, setAside } from './local-state.ts';
