import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import { writeSdk } from '../../../codegen/index.ts';
import { describeConformance } from '../../sdk/conformance/describe-conformance.ts';
import { seedSdk } from '../../sdk/conformance/seed-sdk.ts';
import { isPythonMissing, pythonEnvironment } from './python-environment.ts';

const root = resolve(import.meta.dirname, '../../..');

describe.skipIf(isPythonMissing)('the scenarios of all SDKs', () => {
  describeConformance('Python', async () => {
    const folder = join(root, 'tests', 'output', 'conformance-python');
    await rm(folder, { recursive: true, force: true });
    await writeSdk(folder, seedSdk('python'));
    const driver = join(root, 'tests/sdk/conformance/drivers/python/driver.py');
    await writeFile(join(folder, 'driver.py'), await readFile(driver, 'utf8'));
    return { command: await pythonEnvironment(), words: ['driver.py'], folder };
  });
});
