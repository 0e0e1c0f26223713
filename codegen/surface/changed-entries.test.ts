import { expect, test } from 'vitest';
import { changedEntries } from './changed-entries.ts';

const before =
  '# All\n\n## Thing, answered\n\n- `id: string`\n- `size: number`\n\n## Other, sent\n\n- `id: string`\n';
const after =
  '# All\n\n## Thing, answered\n\n- `id: number`\n- `color: string`\n\n## New, sent\n\n- `id: string`\n';

test('what came, went and changed is named by its place', () => {
  expect(changedEntries(before, after)).toEqual([
    { where: 'Thing.id', kind: 'changed' },
    { where: 'Thing.color', kind: 'added' },
    { where: 'Thing.size', kind: 'removed' },
    { where: 'New', kind: 'added' },
    { where: 'Other', kind: 'removed' },
  ]);
});

test('nothing is named where nothing changed', () => {
  expect(changedEntries(before, before)).toEqual([]);
});
