import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { customersSuite } from './customers.suite.ts';

customersSuite('SQLite', (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
);
