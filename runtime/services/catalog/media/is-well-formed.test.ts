import { expect, test } from 'vitest';
import { isWellFormed } from './is-well-formed.ts';

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', true],
  ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', true],
  ['<svg><rect></svg>', false],
  ['<svg', false],
  ['<svg/><svg/>', false],
  ['<svg xmlns="http://www.w3.org/2000/svg"><use xlink:href="#a"/></svg>', false],
  ['', false],
])('%s: %s', (text, expected) => {
  expect(isWellFormed(text)).toBe(expected);
});
