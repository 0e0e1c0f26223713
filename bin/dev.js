#!/usr/bin/env node
// hp from source: for work on HeadlessPro itself. Users get run.js.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../cli/main.ts');
await main(process.argv.slice(2), fileURLToPath(new URL('../cli', import.meta.url)));
