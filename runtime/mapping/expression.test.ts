import { expect, test } from 'vitest';
import { ExpressionFailed, evaluate, faultOf } from './expression.ts';

test('an expression makes another shape of what it is given', async () => {
  const order = { data: { id: 'ord_1', lines: [{ sku: 'TEE', quantity: 2, title: 'Tee' }] } };
  expect(
    await evaluate('data.{ "reference": id, "lines": [lines.{ "sku": sku, "units": quantity }] }', order),
  ).toEqual({
    reference: 'ord_1',
    lines: [{ sku: 'TEE', units: 2 }],
  });
});

test('what is not there is left out', async () => {
  expect(await evaluate('{ "a": missing, "b": 1 }', {})).toEqual({ b: 1 });
  expect(await evaluate('missing', {})).toBeUndefined();
});

test('a fault is told with its place', async () => {
  expect(await faultOf('data.{ "a": }')).toContain('character');
  expect(await faultOf('data.{ "a": 1 }')).toBeUndefined();
});

test('a regular expression is refused', async () => {
  expect(await faultOf('$match(name, /a+/)')).toContain('regular expressions are not taken');
});

test.each([
  ['that never ends', '($f := function($n) { $f($n + 1) }; $f(1))'],
  ['that goes too deep', '($f := function($n) { 1 + $f($n + 1) }; $f(1))'],
  ['that comes to too much', '[1..100000].("x")'],
])('an expression %s is broken off', async (_what, text) => {
  await expect(evaluate(text, {})).rejects.toBeInstanceOf(ExpressionFailed);
});
