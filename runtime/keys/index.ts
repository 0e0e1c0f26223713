export {
  type Caller,
  createKeyRing,
  type Key,
  type KeyRing,
  keyCollection,
  type NewKey,
  systemStoreId,
} from './key-ring.ts';
export { createKeyText } from './key-text.ts';
