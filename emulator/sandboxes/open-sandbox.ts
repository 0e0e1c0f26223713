import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dueEndpoints } from '../../runtime/services/webhooks/index.ts';
import { parseEncryptionKeys } from '../../runtime/store/index.ts';
import type { StoreClock } from '../../runtime/store/port.ts';
import {
  openSqliteFile,
  preparationOf,
  type SqliteFile,
  type Tuning,
} from '../../runtime/store/sqlite/index.ts';
import { simulators } from '../simulators/index.ts';
import { emulatorCollections } from '../store-collections.ts';
import type { SandboxFolder } from './sandbox-folders.ts';
import type { SandboxRecord } from './sandbox-record.ts';
import { mainStoreId } from './store-place.ts';

/** One of many that are open at once. It is gone with the machine's power at worst, and nobody misses it. */
const tuning: Tuning = { kibibytesOfCache: 2048, commitsOutlive: 'process' };

/** Opens the file of a sandbox, unlooked at where this program's like closed it. */
export function openSandbox(
  { database }: SandboxFolder,
  record: SandboxRecord,
  clock: StoreClock,
): Promise<SqliteFile> {
  const isPrepared =
    record.preparedBy === preparationOf(emulatorCollections) && !existsSync(`${database}-wal`);
  return openSqliteFile({
    ...{ path: database, collections: emulatorCollections, clock, tuning, isPrepared },
    encryptionKeys: parseEncryptionKeys(record.encryptionKeys),
  });
}

/** What goes on in a file by itself. */
export interface PendingWork {
  /** When the first delivery of an event is due, by the sandbox's clock. */
  readonly deliveryAt: Date | undefined;
  /** When the first webhook is to be sent, or sent again, likewise. */
  readonly webhookAt: Date | undefined;
  readonly isSimulatorBusy: boolean;
}

/** To be asked before a file is closed: it has to be opened again for this. */
export async function pendingWork({ engine }: SqliteFile, now: Date): Promise<PendingWork> {
  const waiting = await engine.outbox.waiting();
  const { due, nextAt } = await dueEndpoints(engine.store(mainStoreId), now);
  const busy = await Promise.all(
    simulators.map(({ name, hasPendingWork }) => hasPendingWork(engine.store(`simulator:${name}`))),
  );
  return {
    deliveryAt: waiting.find(({ storeId }) => storeId === mainStoreId)?.readyAt,
    webhookAt: due.length > 0 ? now : nextAt === null ? undefined : new Date(nextAt),
    isSimulatorBusy: busy.some(Boolean),
  };
}

/** Tells the next process that something is pending here. One that ended without warning left its log instead. */
const marker = ({ path }: SandboxFolder) => `${path}/pending`;

export async function markPending(
  folder: SandboxFolder,
  { deliveryAt, webhookAt, isSimulatorBusy }: PendingWork,
): Promise<void> {
  if (deliveryAt || webhookAt || isSimulatorBusy) await writeFile(marker(folder), '');
  else await rm(marker(folder), { force: true });
}

export function isPendingAfterRestart(folder: SandboxFolder): boolean {
  return existsSync(marker(folder)) || existsSync(`${folder.database}-wal`);
}
