import { describe, expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { compareThreeWay } from './three-way.ts';

const product = (fingerprint: string, id = 'prod_1'): Entry => ({ kind: 'product', id, fingerprint });

describe('what happened to an entry since the last push', () => {
  test.each([
    ['nothing', [product('a')], [product('a')], [product('a')], 'nothing'],
    ['created here', [], [], [product('a')], 'create'],
    ['changed here', [product('a')], [product('a')], [product('b')], 'update'],
    ['deleted here', [product('a')], [product('a')], [], 'delete'],
    ['created there', [], [product('a')], [], 'leave create'],
    ['changed there', [product('a')], [product('b')], [product('a')], 'leave update'],
    ['deleted there', [product('a')], [], [product('a')], 'leave delete'],
    ['changed alike on both sides', [product('a')], [product('b')], [product('b')], 'nothing'],
    ['changed differently', [product('a')], [product('b')], [product('c')], 'conflict changed/changed'],
    ['changed here, deleted there', [product('a')], [], [product('b')], 'conflict changed/deleted'],
    ['deleted here, changed there', [product('a')], [product('b')], [], 'conflict deleted/changed'],
    ['created on both sides', [], [product('a')], [product('b')], 'conflict created/created'],
    ['deleted on both sides', [product('a')], [], [], 'nothing'],
  ])('%s', (_name, base, remote, local, expected) => {
    const { changes, conflicts, remoteOnly } = compareThreeWay({ base, remote, local });
    const told = [
      ...changes.map((change) => change.action),
      ...conflicts.map((conflict) => `conflict ${conflict.local}/${conflict.remote}`),
      ...remoteOnly.map((change) => `leave ${change.action}`),
    ];
    expect(told.join() || 'nothing').toBe(expected);
  });
});

test('a conflict is settled by naming the side that wins', () => {
  const sides = { base: [product('a')], remote: [product('b')], local: [product('c')] };
  expect(compareThreeWay(sides, 'local').changes).toEqual([
    { kind: 'product', id: 'prod_1', action: 'update', expected: 'b' },
  ]);
  expect(compareThreeWay(sides, 'remote')).toEqual({
    changes: [],
    conflicts: [],
    remoteOnly: [{ kind: 'product', id: 'prod_1', action: 'update' }],
  });
});

test('what others need is created first and deleted last', () => {
  const local: Entry[] = [product('a'), { kind: 'category', id: 'cat_1', fingerprint: 'a' }];
  const created = compareThreeWay({ base: [], remote: [], local }).changes;
  expect(created.map(({ kind }) => kind)).toEqual(['category', 'product']);
  const deleted = compareThreeWay({ base: local, remote: local, local: [] }).changes;
  expect(deleted.map(({ kind }) => kind)).toEqual(['product', 'category']);
});
