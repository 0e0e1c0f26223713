export {
  type Caller,
  createKeyRing,
  type Key,
  type KeyRing,
  keyCollection,
  type NewKey,
} from './key-ring.ts';
export { createKeyText, keyFault } from './key-text.ts';
