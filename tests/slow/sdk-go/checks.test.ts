import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateSdk } from '../../../codegen/index.ts';
import { createContract } from '../../../runtime/contract/contract.ts';
import { fashionConfig } from '../../fixtures/store-config.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { checkGo, isGoMissing } from './go-tools.ts';

const cases = resolve(import.meta.dirname, '../../../codegen/cases');

describe.skipIf(isGoMissing)('the Go SDK', () => {
  test('is formatted, and go vet has nothing to say', async () => {
    const contract = createContract(fashionConfig);
    const folder = await writtenSdk('sdk-go', generateSdk({ contract, language: 'go' }));
    expect(await checkGo(folder)).toBe('');
  });
});

describe.skipIf(isGoMissing)('every case', () => {
  test('is formatted, and go vet has nothing to say', async () => {
    const names = (await readdir(cases)).filter((name) => name.endsWith('.contract.ts'));
    for (const name of names) {
      const { default: contract } = await import(join(cases, name));
      const goModule = `store.local/${name.replace('.contract.ts', '')}`;
      const files = generateSdk({ contract, language: 'go', goModule });
      const folder = await writtenSdk(`sdk-go-cases/${name}`, files);
      expect(await checkGo(folder), name).toBe('');
    }
  });
});
