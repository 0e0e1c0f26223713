import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe } from 'vitest';
import { describeConformance } from '../../sdk/conformance/describe-conformance.ts';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { editions, whyPythonIsMissing } from './python-environment.ts';

const drivers = resolve(import.meta.dirname, '../../sdk/conformance/drivers');

describeUnless(whyPythonIsMissing, 'the scenarios of all SDKs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await writtenSdk('conformance-python', seedSdk('python'));
    await copyFile(join(drivers, 'python', 'driver.py'), join(folder, 'driver.py'));
  });

  describe.each(editions)('$name', ({ python }) => {
    describeConformance('Python', async () => ({ command: await python(), words: ['driver.py'], folder }));
  });
});
