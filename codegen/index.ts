export { checkSdk, type SdkCheck } from './check-sdk.ts';
export { type GenerateOptions, generateSdk, type Language, type SdkFiles } from './generate.ts';
export { GenerationError } from './model/index.ts';
export type { SurfaceChange } from './surface/changed-entries.ts';
export type { BreakingChange } from './surface/compare-surfaces.ts';
export type { ImportExtension } from './typescript/index.ts';
export { type WrittenSdk, writeSdk } from './write-sdk.ts';
