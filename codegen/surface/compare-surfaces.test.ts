import { expect, test } from 'vitest';
import { compareSurfaces } from './compare-surfaces.ts';

function compare(section: string, before: string, after: string) {
  const surface = (lines: string) => `# Everything\n\n## ${section}\n\n${lines}`;
  return compareSurfaces(surface(before), surface(after)).map(({ where, what }) => `${where} ${what}`);
}
const line = (text: string, note = '') => `- \`${text}\`${note}\n`;
const closed = line("kind: 'a' | 'b'");
const wider = line("kind: 'a' | 'b' | 'c'");
const open = line("kind: 'a' | 'b' | (string & {})");
const openWider = line("kind: 'a' | 'b' | 'c' | (string & {})");

test.each([
  ['a field that is gone', 'Thing, answered', line('id: string'), '', ['Thing.id is gone']],
  ['a new field in an answer', 'Thing, answered', '', line('id: string'), []],
  [
    'a new field that must be sent',
    'Thing, sent',
    '',
    line('id: string'),
    ['Thing.id is new and must be sent'],
  ],
  ['a new field that may be sent', 'Thing, sent', '', line('id?: string'), []],
  [
    'a field that must be sent now',
    'Thing, sent',
    line('id?: string'),
    line('id: string'),
    ['Thing.id must be sent now'],
  ],
  ['a field that need not be sent any more', 'Thing, sent', line('id: string'), line('id?: string'), []],
  [
    'a field that may be missing now',
    'Thing, answered',
    line('id: string'),
    line('id?: string'),
    ['Thing.id may be missing now'],
  ],
  [
    'a field that may be null now',
    'Thing, answered',
    line('id: string'),
    line('id: string | null'),
    ['Thing.id was string, is string | null'],
  ],
  ['a field that may be sent as null now', 'Thing, sent', line('id: string'), line('id: string | null'), []],
  ['a value more to send', 'Thing, sent', closed, wider, []],
  ['a value less to send', 'Thing, sent', wider, closed, ["Thing.kind was 'a' | 'b' | 'c', is 'a' | 'b'"]],
  ['a value more in an open answer', 'Thing, answered', open, openWider, []],
  ['a value less in an open answer', 'Thing, answered', openWider, open, []],
  [
    'a method with another signature',
    'store.things',
    line('get(id: string): A'),
    line('get(id: number): A'),
    ['store.things.get was (id: string): A, is (id: number): A'],
  ],
  [
    'a method that left the storefront',
    'store.things',
    line('get(): A', ' (storefront too)'),
    line('get(): A'),
    ['store.things.get is no longer in the storefront SDK'],
  ],
  [
    'a code that is gone',
    'Errors',
    line('too_heavy: 409 { grams: number }'),
    '',
    ['Errors.too_heavy is gone'],
  ],
  ['an event that is gone', 'Events', line('thing.sent: ThingSentEvent'), '', ['Events.thing.sent is gone']],
])('%s', (_, section, before, after, expected) => {
  expect(compare(section, before, after)).toEqual(expected);
});

test('a type that is gone is named once', () => {
  const gone = compareSurfaces('## Thing, answered\n\n- `id: string`\n', '# Everything\n');
  expect(gone).toEqual([{ where: 'Thing', what: 'is gone' }]);
});
