import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { refused } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';

export interface Input {
  /** As shown. */
  readonly name: string;
  /** Undefined for stdin. */
  readonly file: string | undefined;
  /** Undefined where it is not known beforehand. */
  readonly bytes: number | undefined;
  readonly source: AsyncIterable<Uint8Array>;
  /** Lets go of it: an open pipe would keep the process waiting for its end. */
  close(): void;
}

/** Ends when the command is stopped: a pipe may never end by itself. */
async function* untilStopped(source: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stopped = new Promise<undefined>((resolveStopped) => {
    if (signal.aborted) resolveStopped(undefined);
    signal.addEventListener('abort', () => resolveStopped(undefined), { once: true });
  });
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([chunks.next(), stopped]);
    if (!next || next.done) return;
    yield next.value;
  }
}

/** A file, or stdin where it is called `-`. */
export function openInput(name: string, { directory, signal }: CommandContext): Input {
  if (name === '-') {
    const source = untilStopped(process.stdin, signal);
    const close = () => void process.stdin.destroy();
    return { name: 'stdin', file: undefined, bytes: undefined, source, close };
  }
  const file = resolve(directory, name);
  if (!existsSync(file)) {
    throw refused('no_such_file', `There is no file ${name}.`, {
      fix: 'Check the path; it is relative to the folder you are in.',
      where: { file },
    });
  }
  const found = statSync(file);
  if (found.isDirectory()) {
    throw refused('not_a_file', `${name} is a folder.`, { fix: 'Name a file in it.', where: { file } });
  }
  const stream = createReadStream(file, { highWaterMark: 256 * 1024 });
  const source = untilStopped(stream, signal);
  return { name: basename(file), file, bytes: found.size, source, close: () => void stream.destroy() };
}
