import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { mailSuite } from './mail.suite.ts';

mailSuite('SQLite', (collections, clock) =>
  openSqliteEngine({ encryptionKeys: testEncryptionKeys, path: ':memory:', collections, clock }),
);
