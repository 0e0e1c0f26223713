// Writes what the reference can take from the code: `npm run reference`. With `--check`, exits with 2 where a file
// is not what would be written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandReference } from './command-reference.ts';
import { errorReference, eventReference, operationReference } from './contract-reference.ts';
import { exitCodeReference } from './exit-code-reference.ts';

const directory = join(import.meta.dirname, '../../docs/reference');
const files = {
  'cli.md': await commandReference(),
  'errors.md': errorReference(),
  'events.md': eventReference(),
  'exit-codes.md': exitCodeReference(),
  'operations.md': operationReference(),
};
const isCheck = process.argv.includes('--check');

for (const [name, text] of Object.entries(files)) {
  const file = join(directory, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) {
    console.error(`docs/reference/${name} is not up to date; run \`npm run reference\`.`);
    process.exitCode = 2;
  } else writeFileSync(file, text);
}
