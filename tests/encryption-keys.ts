import { parseEncryptionKeys } from '../runtime/store/index.ts';

/** What the stores of tests are sealed with: always the same, so that another process can open them. */
export const testEncryptionKeyText = `test:${Buffer.alloc(32, 'test').toString('base64')}`;
export const testEncryptionKeys = parseEncryptionKeys(testEncryptionKeyText);
