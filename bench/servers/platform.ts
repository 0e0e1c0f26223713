import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { root } from '../root.ts';
import { announce } from './announce.ts';

// The built one, as bin/run.js starts it: what users run, but for the lines that `hp dev` prints of each request.
setFlagsFromString('--no-allocation-site-pretenuring');
const built: typeof import('../../emulator/testing/start-test-store.ts') = await import(
  pathToFileURL(`${root}/dist/test-store.js`).href
);
// One shopper buys all day here: no rule takes that for fraud.
const config = { ...seedNamed('fashion').build().config, fraud: { rules: [] } };
const { url, secretKey } = await built.startTestStore({ seed: 'fashion', config });
announce({ url, key: secretKey });
