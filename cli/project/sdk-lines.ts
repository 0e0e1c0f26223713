import type { Language, SdkCheck, SurfaceChange, WrittenSdk } from '../../codegen/index.ts';
import type { Terminal } from '../output/index.ts';
import { languageNames } from './languages.ts';

const signs = { added: '+', removed: '-', changed: '~' } as const;

/** `+ ProductAttributes.fabric`, a few of them. */
export function shownChanges(changes: readonly SurfaceChange[], most = 3): string {
  const shown = changes.slice(0, most).map(({ where, kind }) => `${signs[kind]} ${where}`);
  const more = changes.length > most ? [`and ${changes.length - most} more`] : [];
  return [...shown, ...more].join(', ');
}

export function printWrittenSdk(
  language: Language,
  folder: string,
  { written, unchanged, removed, changes }: WrittenSdk,
  { paint, result }: Terminal,
): void {
  const head = `${paint.green('✔')} ${languageNames[language]} in ${folder}`;
  const total = written.length + unchanged.length;
  if (written.length + removed.length === 0) {
    result(`${head} is up to date (${total} files)`);
    return;
  }
  const gone = removed.length === 0 ? '' : `, ${removed.length} removed`;
  result(`${head}: ${written.length} of ${total} files written${gone}`);
  if (changes.length > 0) result(paint.dim(`  ${shownChanges(changes, 6)}`));
}

export function printCheckedSdk(
  language: Language,
  folder: string,
  { differences, breaking }: SdkCheck,
  { paint, result }: Terminal,
): void {
  if (differences.length === 0) {
    result(`${paint.green('✔')} ${languageNames[language]} in ${folder} is up to date`);
    return;
  }
  result(
    `${paint.yellow('!')} ${languageNames[language]} in ${folder} is not what \`hp generate\` would write:`,
  );
  for (const { path, kind } of differences) result(`  ${kind.padEnd(8)} ${path}`);
  for (const change of breaking) result(`  ${paint.red('breaking')} ${change.where} ${change.what}`);
}
