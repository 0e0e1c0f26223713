// Writes what the reference can take from the code: `npm run reference`. With `--check`, exits with 2 where a file
// is not what would be written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { simulators } from '../../emulator/simulators/index.ts';
import { commandReference } from './command-reference.ts';
import { errorReference, eventReference, operationReference } from './contract-reference.ts';
import { controlReference } from './control-reference.ts';
import { exitCodeReference } from './exit-code-reference.ts';
import { simulatorReference } from './simulator-reference.ts';

const directory = join(import.meta.dirname, '../../docs/reference');
const simulated = await Promise.all(simulators.map(({ load }) => load()));
const files = {
  'cli.md': await commandReference(),
  'emulator-api.md': controlReference(),
  'errors.md': errorReference(),
  'events.md': eventReference(),
  'exit-codes.md': exitCodeReference(),
  'operations.md': operationReference(),
  ...Object.fromEntries(
    simulated.map((simulator) => [`simulators/${simulator.name}.md`, simulatorReference(simulator)]),
  ),
};
const isCheck = process.argv.includes('--check');

for (const [name, text] of Object.entries(files)) {
  const file = join(directory, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (isCheck) {
    console.error(`docs/reference/${name} is not up to date; run \`npm run reference\`.`);
    process.exitCode = 2;
    continue;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
