import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { analyticsSuite } from './analytics.suite.ts';

analyticsSuite('SQLite', (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
);
