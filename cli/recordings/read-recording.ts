import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Recording } from '../../emulator/recordings/index.ts';
import { refused } from '../cli-error.ts';

function contentsOf(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw refused('unreadable_recording', `${file} can not be read as a recording.`, {
      fix: 'Give a file that `hp recordings stop FILE` wrote.',
      where: { file: path },
      cause: error,
    });
  }
}

/** A file of `hp recordings stop`; what exactly it must hold is checked by whoever replays it. */
export function readRecording(file: string, directory: string): Recording {
  const path = resolve(directory, file);
  const contents = contentsOf(path, file);
  const isRecording =
    typeof contents === 'object' &&
    contents !== null &&
    'format' in contents &&
    contents.format === 'headlesspro-recording';
  if (isRecording) return contents as Recording; // by its format
  throw refused('unreadable_recording', `${file} is no recording.`, {
    fix: 'Give a file that `hp recordings stop FILE` wrote.',
    where: { file: path },
  });
}
