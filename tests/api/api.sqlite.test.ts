import { openSqliteEngine } from '../../runtime/store/index.ts';
import { apiSuite } from './api.suite.ts';

apiSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
