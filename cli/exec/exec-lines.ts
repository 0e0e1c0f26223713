import type { Ansis } from 'ansis';
import type { ExecResult } from './exec-result.ts';

/** Shown of the platform's own faults; the bundle has all. */
const mostShown = 5;

/** How a command ended, in a few words. */
export function endingText({ exitCode, signal }: Pick<ExecResult, 'exitCode' | 'signal'>): string {
  return signal ? `was ended by ${signal}` : `ended with exit code ${exitCode}`;
}

/** What is said below the output of a command that failed; nothing where all is well. */
export function execLines(result: ExecResult, paint: Ansis): string[] {
  const { command, faults, bundle, sandbox, exitCode } = result;
  if (exitCode === 0 && faults.length === 0) return [];
  const title = `\`${command.join(' ')}\` ${endingText(result)}`;
  return [
    ...(exitCode === 0 ? [] : [`${paint.red('✖')} ${paint.bold(title)}`]),
    ...faults
      .slice(0, mostShown)
      .map(
        ({ method, path, status, operation, requestId }) =>
          `  ${paint.yellow('!')} the platform answered ${status} to ${method} ${path}` +
          paint.dim(` ${[operation, requestId].filter(Boolean).join(' ')}`),
      ),
    ...(faults.length > mostShown ? [`  ${paint.dim(`and ${faults.length - mostShown} more`)}`] : []),
    ...(bundle
      ? [
          `  The store as it was then is in ${paint.cyan(bundle)}`,
          `${paint.green('→')} Open it, here or on another machine, with \`hp dev --from-bundle ${bundle}\`.`,
        ]
      : []),
    ...(sandbox
      ? [
          `  Its sandbox is kept: ${paint.cyan(sandbox.dashboard ?? sandbox.id)}`,
          `${paint.green('→')} When you have seen it: \`hp sandbox delete ${sandbox.id}\`.`,
        ]
      : []),
  ];
}
