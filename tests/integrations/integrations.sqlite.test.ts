import { describe } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { integrationsSuite } from './integrations.suite.ts';

const openEngine: OpenEngine = (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock });

describe('SQLite', () => {
  integrationsSuite(openEngine);
});
