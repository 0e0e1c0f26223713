import { resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { generateSdk } from '../../../codegen/index.ts';
import { codeBlocks, moduleName } from '../../sdk/docs/code-blocks.ts';
import { docsContract } from '../../sdk/docs/docs-store.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { newest, whyPythonIsMissing } from '../sdk-python/python-environment.ts';

const script = resolve(import.meta.dirname, '../sdk-python/docs_examples.py');

describeUnless(whyPythonIsMissing, 'what the docs show in Python', () => {
  test('has no fault that mypy finds', async () => {
    const folder = await writtenSdk(
      'docs-python',
      generateSdk({ contract: docsContract(), language: 'python' }),
    );
    const blocks = codeBlocks('python', 'py');
    const examples = Object.fromEntries(blocks.map((block) => [moduleName(block), block.code]));
    const python = await newest.python();
    await execa(python, [script, 'headlesspro_store', 'docs.py'], {
      ...{ cwd: folder, env: { PYTHONPATH: folder }, input: JSON.stringify(examples) },
    });
    const mypy = ['-m', 'mypy', '--strict', '--python-version', '3.10', 'docs.py'];
    const { all, failed } = await execa(python, mypy, { cwd: folder, reject: false, all: true });
    expect(failed ? all : '').toBe('');
    expect(blocks.length).toBeGreaterThan(6);
  });
});
