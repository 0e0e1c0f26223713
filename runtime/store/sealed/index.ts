export {
  createEncryptionKeyText,
  type EncryptionKeys,
  parseEncryptionKeys,
} from './encryption-keys.ts';
export { placeOf, type SealedPlace, sealedPlace } from './envelope.ts';
export { sealEngine } from './sealed-engine.ts';
export * from './sealing-errors.ts';
export { sealingKeys } from './store-keys.ts';
