import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, from source and from the bundle alike: the nearest that holds our package.json. */
export function packageRoot(from: string = import.meta.dirname): string {
  const file = join(from, 'package.json');
  if (
    existsSync(file) &&
    (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'headlesspro'
  )
    return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('The package headlesspro can not be found around its own files.');
  return packageRoot(parent);
}
