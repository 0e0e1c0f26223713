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
    '`hp exec` ends as the command that it ran: with its exit code, or with 128 and the number of the signal that ended',
    'it. What `hp` itself could not do there is 125, so that it is never taken for the outcome of the tests.',
    '',
  ].join('\n');
}
