import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CorruptDatabase, DatabaseUnavailable } from '../errors.ts';

const databaseHeader = 'SQLite format 3\0';
const walHeaderBytes = 32;

export interface FileState {
  readonly bytes: number;
  /** The last process to use the file did not close it, or is still using it. */
  readonly hasWal: boolean;
}

/**
 * Looks at a database's files before SQLite does. SQLite would create what is missing, and takes a WAL that it
 * can't read for an empty one and overwrites it, with every write that was only there. Changes nothing.
 * Throws `DatabaseUnavailable` or `CorruptDatabase`.
 */
export function checkFiles(path: string): FileState {
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new DatabaseUnavailable(
      path,
      `the folder ${folder} does not exist`,
      'Create it, or choose another.',
    );
  }
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isDirectory()) {
    throw new DatabaseUnavailable(path, 'it is a folder', 'Name a file in it instead.');
  }
  requireWritable(path, file ? [path, folder] : [folder]);
  if (!file) return { bytes: 0, hasWal: false };
  // An empty file is an empty store: that is how SQLite itself begins.
  if (file.size > 0 && readStart(path, databaseHeader.length).toString('latin1') !== databaseHeader) {
    throw new CorruptDatabase(path, 'file is not a database');
  }
  return { bytes: file.size, hasWal: checkWal(path) };
}

function requireWritable(path: string, places: readonly string[]): void {
  for (const place of places) {
    try {
      accessSync(place, constants.R_OK | constants.W_OK);
    } catch (cause) {
      throw new DatabaseUnavailable(
        path,
        `${place} is not writable`,
        'Change its permissions or owner.',
        cause,
      );
    }
  }
}

/** Whether there is a WAL with anything in it. */
function checkWal(path: string): boolean {
  const wal = `${path}-wal`;
  const bytes = statSync(wal, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes === 0) return false;
  const header = readStart(wal, walHeaderBytes);
  if (header.length < walHeaderBytes || !isWalHeader(header)) {
    throw new CorruptDatabase(
      path,
      `the write-ahead log ${wal} is damaged; without that file, the writes that were only there are lost`,
    );
  }
  return true;
}

/** https://www.sqlite.org/fileformat2.html#walformat */
function isWalHeader(header: Buffer): boolean {
  const magic = header.readUInt32BE(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return false;
  const isBigEndian = magic === 0x377f0683;
  let first = 0;
  let second = 0;
  for (let offset = 0; offset < 24; offset += 8) {
    const word = (at: number) => (isBigEndian ? header.readUInt32BE(at) : header.readUInt32LE(at));
    first = (first + word(offset) + second) >>> 0;
    second = (second + word(offset + 4) + first) >>> 0;
  }
  return first === header.readUInt32BE(24) && second === header.readUInt32BE(28);
}

function readStart(path: string, bytes: number): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(bytes, fstatSync(descriptor).size));
    readSync(descriptor, buffer, 0, buffer.length, 0);
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}
