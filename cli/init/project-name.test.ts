import { expect, test } from 'vitest';
import { nameFault, suggestName } from './project-name.ts';

test.each(['my-store', 'shop2', 'a.b_c', '0'])('"%s" is a name', (name) => {
  expect(nameFault(name)).toBeUndefined();
});

test.each(['', 'My Shop', '.hidden', '_x', 'fs', 'node_modules', 'headlesspro', 'a/b', 'ü', 'x'.repeat(215)])(
  '"%s" is none',
  (name) => {
    expect(nameFault(name)).toBeTypeOf('string');
  },
);

test.each([
  ['My Shop', 'my-shop'],
  ['Größe & Söhne', 'gro-e-sohne'],
  ['.hidden', 'hidden'],
  ['fs', 'my-store'],
  ['日本', 'my-store'],
])('for "%s", "%s" is suggested', (words, suggestion) => {
  expect(suggestName(words)).toBe(suggestion);
  expect(nameFault(suggestion)).toBeUndefined();
});
