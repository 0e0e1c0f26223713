import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the SDK of a project lies, unless it is said: beside the sources, where there is a folder for them. */
export function sdkFolder(directory: string): string {
  return existsSync(join(directory, 'src'))
    ? join(directory, 'src', 'headlesspro')
    : join(directory, 'headlesspro');
}
