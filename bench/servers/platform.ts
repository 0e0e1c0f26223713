import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { seedNamed } from '../../emulator/seeds/index.ts';
import { root } from '../root.ts';
import { announce } from './announce.ts';

// The built one, as bin/run.js starts it: what users run, but for the lines that `hp dev` prints of each request.
setFlagsFromString('--no-allocation-site-pretenuring');
const testing: typeof import('../../emulator/testing.ts') = await import(
  pathToFileURL(`${root}/dist/testing.js`).href
);
// One shopper buys all day here: no rule takes that for fraud.
const config = { ...seedNamed('fashion').build().config, fraud: { rules: [] } };
const { url, secretKey } = await testing.startTestStore({ seed: 'fashion', config });
announce({ url, key: secretKey });
