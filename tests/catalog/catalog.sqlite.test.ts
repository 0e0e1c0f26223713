import { openSqliteEngine } from '../../runtime/store/index.ts';
import { catalogSuite } from './catalog.suite.ts';

catalogSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
