import { pathToFileURL } from 'node:url';
import { root } from '../root.ts';
import { announce } from './announce.ts';

// The built one: what users run.
const testing: typeof import('../../emulator/testing.ts') = await import(
  pathToFileURL(`${root}/dist/testing.js`).href
);
const { url, secretKey } = await testing.startTestStore({ seed: 'fashion' });
announce({ url, key: secretKey });
