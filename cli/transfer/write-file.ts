import { once } from 'node:events';
import { createWriteStream, existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { refused } from '../cli-error.ts';

/** The path of a file to write. Throws where it is there already, or its folder is not. */
export function targetFile(file: string, directory: string, force: boolean): string {
  const target = resolve(directory, file);
  if (existsSync(target)) {
    const isDirectory = statSync(target).isDirectory();
    if (isDirectory || !force) {
      throw refused(
        isDirectory ? 'not_a_file' : 'file_exists',
        isDirectory ? `${file} is a folder.` : `${file} exists already.`,
        {
          fix: isDirectory ? 'Name a file in it.' : 'Choose another name, or replace it with `--force`.',
          where: { file: target },
        },
      );
    }
  } else if (!existsSync(dirname(target))) {
    throw refused('no_such_folder', `There is no folder ${dirname(target)}.`, {
      fix: 'Make it first, or choose another.',
      where: { file: target },
    });
  }
  return target;
}

/** Writes piece by piece, as fast as it is taken. */
export async function writeAll(
  pieces: AsyncIterable<string>,
  stream: Writable,
  signal: AbortSignal,
): Promise<void> {
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined); // told by whoever waits below
  for await (const piece of pieces) {
    if (signal.aborted) throw signal.reason;
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), failed]);
  }
  if (stream === process.stdout) return;
  stream.end();
  await Promise.race([once(stream, 'finish'), failed]);
}

/**
 * Writes to a file beside the target, and puts it in its place when it is whole. No piece is asked for before there is
 * a file to write to.
 */
export async function writeFile(
  pieces: AsyncIterable<string>,
  target: string,
  signal: AbortSignal,
  mode = 0o666,
): Promise<void> {
  const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
  try {
    const stream = createWriteStream(unfinished, { flags: 'wx', mode });
    await once(stream, 'open');
    await writeAll(pieces, stream, signal);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
