import { openSqliteEngine } from '../../runtime/store/index.ts';
import { mailSuite } from './mail.suite.ts';

mailSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
