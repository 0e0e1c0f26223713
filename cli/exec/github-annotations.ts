import { endingText } from './exec-lines.ts';
import type { ExecResult } from './exec-result.ts';

/** Shown on the page of a run; GitHub takes ten of a step. */
const mostShown = 10;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: `%` and line breaks are escaped. */
const escaped = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const error = (title: string, text: string) =>
  `::error title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}::${escaped(text)}`;

/** Lines that GitHub Actions turns into annotations of the run. */
export function githubAnnotations(result: ExecResult): string[] {
  const { command, exitCode, faults, bundle } = result;
  const where = bundle ? ` The store as it was then: hp dev --from-bundle ${bundle}` : '';
  return [
    ...(exitCode === 0 ? [] : [error(command.join(' '), `The command ${endingText(result)}.${where}`)]),
    ...faults.map(({ method, path, status, operation, requestId }) =>
      error(operation ?? path, `The platform answered ${status} to ${method} ${path} (${requestId}).`),
    ),
  ].slice(0, mostShown);
}
