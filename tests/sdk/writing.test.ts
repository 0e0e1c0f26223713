import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkSdk, generateSdk, writeSdk } from '../../codegen/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { attribute, fashionConfig } from '../fixtures/store-config.ts';
import { fashionSdk } from './store-sdk.ts';

const root = resolve(import.meta.dirname, '../..');
let directory = '';

beforeEach(async () => {
  await mkdir(join(root, 'tests/output'), { recursive: true });
  directory = await mkdtemp(join(root, 'tests/output/sdk-writing-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** The SDK of the test store where its first product type has other attributes. */
function sdkWith(changes: (attributes: (typeof fashionConfig.productTypes)[number]['attributes']) => object) {
  const [apparel, ...others] = fashionConfig.productTypes;
  if (!apparel) throw new Error('The test store has product types.');
  const changed = { ...apparel, attributes: changes(apparel.attributes) as typeof apparel.attributes };
  const contract = createContract({ ...fashionConfig, productTypes: [changed, ...others] });
  return generateSdk({ contract, language: 'typescript' });
}

describe('generating', () => {
  test('twice gives the same bytes', () => {
    expect([...fashionSdk()]).toEqual([...fashionSdk()]);
  });

  test('gives the same bytes in another language, time zone and folder', async () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { fashionSdk } from ${JSON.stringify(join(import.meta.dirname, 'store-sdk.ts'))};
      console.log(createHash('sha256').update(JSON.stringify([...fashionSdk()])).digest('hex'));
    `;
    const file = join(directory, 'digest.mts');
    await writeFile(file, script);
    const digests = await Promise.all(
      [
        { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
        { LC_ALL: 'C', LANG: 'C', TZ: 'America/St_Johns' },
      ].map((env) => execa('tsx', [file], { preferLocal: true, localDir: root, cwd: directory, env })),
    );
    const here = createHash('sha256')
      .update(JSON.stringify([...fashionSdk()]))
      .digest('hex');
    expect(digests.map(({ stdout }) => stdout)).toEqual([here, here]);
  });

  test('marks every file as generated', () => {
    for (const [path, text] of fashionSdk()) {
      expect(text.split('\n')[0], path).toContain('Written by hp generate; do not edit.');
    }
  });

  test('keeps a GraphQL schema beside the SDK where one is given', () => {
    const contract = createContract(fashionConfig);
    const graphqlSchema = 'type Query {\n  store: String\n}\n';
    const files = generateSdk({ contract, language: 'typescript', graphqlSchema });
    expect(files.get('schema.graphql')).toBe(`# Written by hp generate; do not edit.\n\n${graphqlSchema}`);
    writeSdk(directory, files);
    expect(writeSdk(directory, fashionSdk()).removed).toEqual(['schema.graphql']);
  });
});

describe('writing', () => {
  test('touches only what changed', async () => {
    const first = writeSdk(directory, fashionSdk());
    expect(first.written).toHaveLength(fashionSdk().size);
    const before = await stat(join(directory, 'index.ts'));
    const second = writeSdk(directory, fashionSdk());
    expect([second.written, second.removed]).toEqual([[], []]);
    expect((await stat(join(directory, 'index.ts'))).mtimeMs).toBe(before.mtimeMs);
    const third = writeSdk(
      directory,
      sdkWith((all) => ({ ...all, lining: attribute('text', 'Lining') })),
    );
    expect(third.written).toEqual(['api.md', 'catalog/products.ts']);
  });

  test('removes what it wrote before and no longer needs, and the folder it leaves empty', async () => {
    writeSdk(
      directory,
      new Map([...fashionSdk(), ['old/gone.ts', '// Written by hp generate; do not edit.\n']]),
    );
    expect(writeSdk(directory, fashionSdk()).removed).toEqual(['old/gone.ts']);
    await expect(stat(join(directory, 'old'))).rejects.toThrow('ENOENT');
  });

  test('removes what a run that was killed left half-written', async () => {
    await writeFile(join(directory, 'index.ts.new'), '// Written by hp generate; do not edit.\n\nexp');
    await writeFile(join(directory, 'mine.ts.new'), '// my own\n');
    expect(writeSdk(directory, fashionSdk()).removed).toEqual(['index.ts.new']);
    await writeFile(join(directory, 'errors.ts.new'), '');
    expect(writeSdk(directory, fashionSdk()).removed).toEqual(['errors.ts.new']);
    expect(await readFile(join(directory, 'mine.ts.new'), 'utf8')).toBe('// my own\n');
  });

  test("leaves the developer's own files alone", async () => {
    await writeFile(join(directory, 'mine.ts'), '// my own\n');
    expect(writeSdk(directory, fashionSdk()).removed).toEqual([]);
    expect(await readFile(join(directory, 'mine.ts'), 'utf8')).toBe('// my own\n');
  });

  test('refuses to overwrite a file that it did not write, before it writes any', async () => {
    await writeFile(join(directory, 'webhooks.ts'), '// my own\n');
    expect(() => writeSdk(directory, fashionSdk())).toThrow('was not written by hp generate');
    await expect(stat(join(directory, 'index.ts'))).rejects.toThrow('ENOENT');
  });
});

describe('checking', () => {
  test('finds nothing where the folder is up to date', async () => {
    writeSdk(directory, fashionSdk());
    expect(checkSdk(directory, fashionSdk())).toEqual({ differences: [], breaking: [] });
  });

  test('names what is missing, changed and stale, and changes nothing', async () => {
    const files = new Map(fashionSdk());
    files.delete('webhooks.ts');
    files.set('stale.ts', '// Written by hp generate; do not edit.\n');
    files.set('settings.ts', `${files.get('settings.ts')}// by hand\n`);
    writeSdk(directory, files);
    const { differences } = checkSdk(directory, fashionSdk());
    expect(differences).toEqual([
      { path: 'settings.ts', kind: 'changed' },
      { path: 'stale.ts', kind: 'stale' },
      { path: 'webhooks.ts', kind: 'missing' },
    ]);
  });

  test('says what code written against the old SDK would miss', async () => {
    writeSdk(directory, fashionSdk());
    const changed = sdkWith(({ fabric: _gone, rating, ...rest }) => ({
      ...rest,
      rating: { ...rating, type: 'text', minimum: null, maximum: null },
    }));
    const { breaking } = checkSdk(directory, changed);
    expect(breaking).toEqual([
      { where: 'ProductAttributes.fabric', what: 'is gone' },
      { where: 'ProductAttributes.rating', what: 'was number, is string' },
      { where: 'ProductAttributesInput.fabric', what: 'is gone' },
      { where: 'ProductAttributesInput.rating', what: 'was number | null, is string | null' },
    ]);
  });

  test('does not call an addition a break', async () => {
    writeSdk(directory, fashionSdk());
    const more = sdkWith((all) => ({ ...all, lining: attribute('text', 'Lining') }));
    const { differences, breaking } = checkSdk(directory, more);
    expect(differences.map(({ path }) => path)).toEqual(['api.md', 'catalog/products.ts']);
    expect(breaking).toEqual([]);
  });
});
