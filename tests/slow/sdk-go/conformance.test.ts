import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describeConformance } from '../../sdk/conformance/describe-conformance.ts';
import { seedSdk } from '../../sdk/seed-sdk.ts';
import { writtenSdk } from '../../sdk/written-sdk.ts';
import { describeUnless } from '../describe-unless.ts';
import { buildGo, whyGoIsMissing } from './go-tools.ts';

const drivers = resolve(import.meta.dirname, '../../sdk/conformance/drivers');

describeUnless(whyGoIsMissing(), 'the scenarios of all SDKs', () => {
  describeConformance('Go', async () => {
    const sdk = await writtenSdk('conformance-go/headlesspro', seedSdk('go'));
    const driver = join(sdk, '..', 'driver');
    await cp(join(drivers, 'go'), driver, { recursive: true });
    return { command: await buildGo(driver, join(sdk, '..', 'play')), words: [], folder: driver };
  });
});
