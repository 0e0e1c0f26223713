import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sources of a project lie, relative to it: `src`, or `.` where there is no such folder. */
export function sourceFolder(directory: string): string {
  return existsSync(join(directory, 'src')) ? 'src' : '.';
}
