import { openSqliteEngine } from '../../runtime/store/index.ts';
import { fraudSuite } from './fraud.suite.ts';

fraudSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
