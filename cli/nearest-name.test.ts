import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const commands = ['dev', 'diff', 'doctor', 'env', 'generate', 'init', 'ps', 'reset', 'seed', 'stop'];

test.each([
  ['inti', 'init'],
  ['generat', 'generate'],
  ['gen', 'generate'],
  ['docter', 'doctor'],
  ['dve', 'dev'],
  ['reest', 'reset'],
])('"%s" is taken for "%s"', (typed, meant) => {
  expect(nearestName(typed, commands)).toBe(meant);
});

test.each(['xyz', 'deploy-everything', 'q'])('"%s" is near to nothing', (typed) => {
  expect(nearestName(typed, commands)).toBeUndefined();
});
