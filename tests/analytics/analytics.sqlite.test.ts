import { openSqliteEngine } from '../../runtime/store/index.ts';
import { analyticsSuite } from './analytics.suite.ts';

analyticsSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
