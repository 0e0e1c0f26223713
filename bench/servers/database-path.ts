import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The file of the platform that was started with this temporary folder. */
export function databasePath(temporary: string): string {
  const paths = readdirSync(temporary).map((name) => join(temporary, name, '.headlesspro/store.db'));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path) return path;
  throw new Error(`No store lies in ${temporary}: start "platform" first.`);
}
