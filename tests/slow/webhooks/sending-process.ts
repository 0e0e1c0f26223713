import { systemClock } from '../../../runtime/clock/system-clock.ts';
import { openPostgresEngine, openSqliteEngine } from '../../../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../../encryption-keys.ts';
import { sendingCollections as collections, sendingRuntime } from './sending.ts';

/** Run as a process that is killed: sends what a store has to send, from a file or a database. */
const [place = ''] = process.argv.slice(2);
const isShared = place.startsWith('postgres:');
const options = { encryptionKeys, collections, clock: systemClock };
const engine = isShared
  ? await openPostgresEngine({ ...options, connectionString: place })
  : await openSqliteEngine({ ...options, path: place });
const runtime = sendingRuntime(engine, { isShared });
await runtime.listen({ host: '127.0.0.1', port: 0 });
