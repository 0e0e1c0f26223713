import { expect, test } from 'vitest';
import { evaluate, faultOf } from './expression.ts';
import { ExpressionFailed } from './expression-failed.ts';

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

test('an expression that would be made up at its evaluation is refused, by whatever name', async () => {
  for (const text of ['$eval("1")', '($run := $eval; $run("1"))', '$map(["1"], $eval)'])
    expect(await faultOf(text)).toContain('$eval is not taken');
});

test('texts are padded as JSONata pads them', async () => {
  const pads =
    '[$pad("foo", 5), $pad("foo", -5), $pad("foo", -5, "#"), $pad("é😀", 4, "ab"), $pad("foo", 2)]';
  expect(await evaluate(pads, {})).toEqual(['foo  ', '  foo', '##foo', 'é😀ab', 'foo']);
  expect(await evaluate('$pad(missing, 5)', {})).toBeUndefined();
});

test.each(['$sum', 'function($x) { $x }', '{ "a": [function($x) { $x }] }', '$sum(?)'])(
  'what comes to a function, as %s does, is no data',
  async (text) => {
    await expect(evaluate(text, {})).rejects.toThrow('function');
  },
);

test.each([
  ['a width', '$pad("x", 900000000)'],
  ['a text that doubles', '($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f("x", 60))'],
  ['one text, many times', '($long := $join([1..5000].("x")); [1..5000].{ "a": $long })'],
])('%s that asks for all the memory is an expression that failed', async (_what, text) => {
  await expect(evaluate(text, {})).rejects.toBeInstanceOf(ExpressionFailed);
});

test.each([
  ['that never ends', '($f := function($n) { $f($n + 1) }; $f(1))'],
  ['that goes too deep', '($f := function($n) { 1 + $f($n + 1) }; $f(1))'],
  ['that comes to too much', '[1..100000].("x")'],
])('an expression %s is broken off', async (_what, text) => {
  await expect(evaluate(text, {})).rejects.toBeInstanceOf(ExpressionFailed);
});
