import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { paymentsSuite } from './payments.suite.ts';

paymentsSuite('SQLite', (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
);
