import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from './state-directory.ts';
import { version } from './version.ts';

/** Keys and passwords must not travel in a report that somebody pastes into an issue. */
function withoutKeys(text: string): string {
  return text
    .replace(/\b(hp_sk|hp_pk|whsec)_[\w-]+/g, '$1_…')
    .replace(/:\/\/([^:@/\s]*):[^@/\s]+@/g, '://$1:…@');
}

/** Writes what a maintainer needs to know of a fault; answers the file. */
export function writeReport(error: unknown, commandLine: readonly string[]): string {
  const directory = join(stateDirectory(), 'reports');
  const moment = new Date().toISOString();
  const file = join(directory, `${moment.replace(/[:.]/g, '-')}.txt`);
  const causes: string[] = [];
  for (let cause: unknown = error; cause; cause = cause instanceof Error ? cause.cause : undefined)
    causes.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  const lines = [
    `hp ${version()}  Node ${process.version}  ${process.platform} ${process.arch}`,
    moment,
    `hp ${commandLine.join(' ')}`,
    '',
    causes.join('\ncaused by: '),
    '',
  ];
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, withoutKeys(lines.join('\n')), { mode: 0o600 });
  return file;
}
