import type { Terminal } from '../../output/index.ts';
import { table } from '../../output/table.ts';
import type { Triggered } from './trigger-event.ts';

export function printTriggered({ event, done, happened, triggerable }: Triggered, terminal: Terminal): void {
  const { paint, result } = terminal;
  if (event === null) {
    result(
      table(
        terminal,
        ['event', 'when'],
        triggerable.map(({ event: type, when }) => [type, when]),
      ),
    );
    terminal.note(terminal.notePaint.dim('--json lists the steps of each, for --override.'));
    return;
  }
  for (const { step, operation, id } of done)
    result(`${paint.green('✔')} ${step}  ${paint.dim([operation, id].filter(Boolean).join('  '))}`);
  result(`${paint.green('●')} ${paint.bold(event)}  ${paint.dim(happened?.subject ?? '')}`.trimEnd());
}
