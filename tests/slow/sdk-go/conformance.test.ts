import { cp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';
import { writeSdk } from '../../../codegen/index.ts';
import { describeConformance } from '../../sdk/conformance/describe-conformance.ts';
import { seedSdk } from '../../sdk/conformance/seed-sdk.ts';
import { buildGo, isGoMissing } from './go-tools.ts';

const root = resolve(import.meta.dirname, '../../..');

describe.skipIf(isGoMissing)('the scenarios of all SDKs', () => {
  describeConformance('Go', async () => {
    const folder = join(root, 'tests', 'output', 'conformance-go');
    await rm(folder, { recursive: true, force: true });
    await writeSdk(join(folder, 'headlesspro'), seedSdk('go'));
    await cp(join(root, 'tests/sdk/conformance/drivers/go'), join(folder, 'driver'), { recursive: true });
    const command = await buildGo(join(folder, 'driver'), join(folder, 'play'));
    return { command, words: [], folder };
  });
});
