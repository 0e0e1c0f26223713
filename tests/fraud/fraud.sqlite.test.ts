import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { fraudSuite } from './fraud.suite.ts';

fraudSuite('SQLite', (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
);
