import { expect, test } from 'vitest';
import type { Change } from './apply-change.ts';
import { orderChanges } from './order-changes.ts';

function change(
  kind: Change['kind'],
  id: string,
  action: Change['action'],
  parentId: string | null = null,
): Change {
  return { kind, id, action, content: action === 'delete' ? null : { parentId } };
}

const order = (changes: readonly Change[], parents: [string, string | null][] = []) =>
  orderChanges(changes, new Map(parents)).map(({ action, id }) => `${action} ${id}`);

test('a product goes before the one that takes its slug comes', () => {
  expect(order([change('product', 'new', 'create'), change('product', 'old', 'delete')])).toEqual([
    'delete old',
    'create new',
  ]);
});

test('parents come before their children, and go after them', () => {
  const created = [change('category', 'leaf', 'create', 'root'), change('category', 'root', 'create')];
  expect(order(created)).toEqual(['create root', 'create leaf']);
  const deleted = [change('category', 'root', 'delete'), change('category', 'leaf', 'delete')];
  expect(
    order(deleted, [
      ['root', null],
      ['leaf', 'root'],
    ]),
  ).toEqual(['delete leaf', 'delete root']);
});

test('a category is left before it goes, and there before a product is put into it', () => {
  const changes = [
    change('category', 'old', 'delete'),
    change('product', 'shirt', 'update'),
    change('category', 'new', 'create'),
  ];
  expect(order(changes)).toEqual(['create new', 'update shirt', 'delete old']);
});
