import { exitCodes } from '../../cli/exit-codes.ts';

/** docs/reference/exit-codes.md */
export function exitCodeReference(): string {
  const rows = Object.entries(exitCodes).map(
    ([kind, { code, meaning }]) => `| ${code} | \`${kind}\` | ${meaning} |`,
  );
  return [
    '<!-- Written by scripts/reference from cli/exit-codes.ts; do not edit. -->',
    '# Exit codes',
    'How `hp` ends tells who must act. `error.kind` in the JSON of `--json` says the same in a word.',
    '',
    '| code | kind | meaning |',
    '|---|---|---|',
    ...rows,
    '',
    '`hp dev` ends with 0 when it is stopped with Ctrl-C, `q`, `hp stop` or SIGTERM: that is how it is meant to end.',
    '',
  ].join('\n');
}
