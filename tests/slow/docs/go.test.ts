import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateSdk } from '../../../codegen/index.ts';
import { codeBlocks, moduleName } from '../../sdk/docs/code-blocks.ts';
import { docsContract } from '../../sdk/docs/docs-store.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { go, whyGoIsMissing } from '../sdk-go/go-tools.ts';
import { goFile } from './go-package.ts';

const goMod = `module docs

go 1.23

require store.local/headlesspro v0.0.0

replace store.local/headlesspro => ../headlesspro
`;

describeUnless(whyGoIsMissing(), 'what the docs show in Go', () => {
  test('has no fault that go vet finds', async () => {
    const sdk = await writtenSdk(
      'docs-go/headlesspro',
      generateSdk({ contract: docsContract(), language: 'go' }),
    );
    const folder = join(sdk, '../docs');
    // A block is named by its line, which the next change of the page moves.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'go.mod'), goMod);
    const blocks = codeBlocks('go');
    for (const block of blocks) await writeFile(join(folder, `${moduleName(block)}.go`), goFile(block));
    const { output, failed } = await go(folder, ['vet', '.']);
    expect(failed ? output : '').toBe('');
    expect(blocks.length).toBeGreaterThan(6);
  });
});
