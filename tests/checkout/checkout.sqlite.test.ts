import { openSqliteEngine } from '../../runtime/store/index.ts';
import { checkoutSuite } from './checkout.suite.ts';

checkoutSuite('SQLite', (collections, clock) => openSqliteEngine({ path: ':memory:', collections, clock }));
