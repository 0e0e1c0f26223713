import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { describeUnless } from '../describe-unless.ts';
import { allSdksModule, writeAllSdks } from './all-sdks.ts';
import { writeGoExamples } from './go-examples.ts';
import { compileGo, formatGo, lintGo, oldestGo, testGo, whyGoIsMissing } from './go-tools.ts';

const output = resolve(import.meta.dirname, '../../output');
const core = resolve(import.meta.dirname, '../../../codegen/go/core');

describeUnless(whyGoIsMissing(), 'the Go SDK of the demo store and of every case', () => {
  const folder = resolve(output, 'sdk-go');
  let names: readonly string[];
  beforeAll(async () => {
    names = await writeAllSdks(folder);
  });

  test('is formatted', async () => {
    expect(await formatGo(folder)).toBe('');
  });

  test('leaves go vet and staticcheck nothing to say', async () => {
    expect(await compileGo(folder)).toBe('');
    expect(await lintGo(folder)).toBe('');
  });

  test('has examples in its comments that are formatted and compile', async () => {
    const examples = resolve(output, 'sdk-go-examples');
    const count = await writeGoExamples(examples, { folder, module: allSdksModule, names });
    expect(count).toBeGreaterThan(200);
    expect(await formatGo(examples)).toBe('');
    expect(await compileGo(examples)).toBe('');
  });

  test('compiles with Go 1.22, whose vet has nothing to say either', async () => {
    expect(await compileGo(folder, oldestGo)).toBe('');
  });
});

describeUnless(whyGoIsMissing(), 'the hand-written core of the Go SDK', () => {
  test('is formatted, and staticcheck has nothing to say', async () => {
    expect(await formatGo(core)).toBe('');
    expect(await lintGo(core)).toBe('');
  });

  test.each([
    ['the Go that is installed', {}],
    ['Go 1.22', oldestGo],
  ])('does what its tests say with %s', async (_name, env) => {
    expect(await testGo(core, env)).toBe('');
  });
});
