import type { Ansis } from 'ansis';

/** What `hp webhooks listen` tells; with `--json` each is a line. */
export type ListenEvent =
  | {
      readonly event: 'ready';
      readonly endpointId: string;
      readonly forwardTo: string | null;
      readonly events: readonly string[];
      readonly secret: string;
    }
  | {
      readonly event: 'delivery';
      readonly id: string;
      readonly type: string;
      readonly subject: string | null;
      /** What the handler answered; null where it did not. */
      readonly status: number | null;
      readonly milliseconds: number;
      readonly error: string | null;
    }
  | { readonly event: 'stopped' };

function statusText(status: number | null, paint: Ansis): string {
  if (status === null) return paint.red('✖  ');
  return status < 300 ? paint.green(String(status)) : paint.red(String(status));
}

export function listenLines(event: ListenEvent, moment: Date, paint: Ansis): string[] {
  switch (event.event) {
    case 'ready':
      return [
        '',
        `  ${paint.dim('events'.padEnd(12))}${event.events.join(', ')}`,
        `  ${paint.dim('forwarded to'.padEnd(12))} ${event.forwardTo ? paint.cyan(event.forwardTo) : 'nobody: add --forward-to'}`,
        `  ${paint.dim('secret'.padEnd(12))}${event.secret}`,
        '',
        paint.dim(
          '  The secret stays the same in this project. Make something happen with `hp webhooks trigger`.',
        ),
        '',
      ];
    case 'delivery': {
      const { type, status, milliseconds, subject, id, error } = event;
      const took = `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`.padStart(8);
      const about = paint.dim([subject, id].filter(Boolean).join('  '));
      const trouble = error ? `  ${paint.red(error)}` : '';
      return [
        `${paint.dim(moment.toTimeString().slice(0, 8))} ${statusText(status, paint)} ${took}  ${type}  ${about}${trouble}`,
      ];
    }
    case 'stopped':
      return ['Stopped.'];
  }
}
