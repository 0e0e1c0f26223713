import { describe } from 'vitest';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import type { OpenEngine } from '../catalog/given-store.ts';
import { crashSuite } from './crash.suite.ts';
import { purchaseSuite } from './purchase.suite.ts';

const openEngine: OpenEngine = (collections, clock) =>
  openSqliteEngine({ path: ':memory:', collections, clock });

describe('SQLite', () => {
  purchaseSuite(openEngine);
  crashSuite(openEngine);
});
