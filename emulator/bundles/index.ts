export { openBundle } from './open-bundle.ts';
export { type BundleManifest, writeBundle } from './write-bundle.ts';
