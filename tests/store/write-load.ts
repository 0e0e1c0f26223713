import { writeSync } from 'node:fs';
import { openSqliteEngine } from '../../runtime/store/index.ts';
import { testEncryptionKeys } from '../encryption-keys.ts';
import { boxes, runStep } from './load.ts';

/** Run as a process that is killed: works through the steps from one on, and prints each that is committed. */
const [path = '', first = '0'] = process.argv.slice(2);
const engine = await openSqliteEngine({
  ...{ path, collections: [boxes], clock: { now: () => new Date(0) } },
  encryptionKeys: testEncryptionKeys,
});
engine.outbox.subscribe([{ name: 'listener', types: ['*'] }]);
for (let step = Number(first); ; step += 1) {
  await runStep(engine.store('main'), step);
  // Synchronous: what the parent has read, this process had committed.
  writeSync(1, `${step}\n`);
}
