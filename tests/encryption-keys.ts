import { parseEncryptionKeys } from '../runtime/store/index.ts';

/** What the stores of tests are sealed with: always the same, so that another process can open them. */
export const testEncryptionKeys = parseEncryptionKeys(`test:${Buffer.alloc(32, 'test').toString('base64')}`);
