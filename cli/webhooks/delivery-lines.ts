import type { Ansis } from 'ansis';
import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { WebhookOperations } from '../../runtime/contract/webhooks/index.ts';
import type { Terminal } from '../output/index.ts';
import { table } from '../output/table.ts';
import { timeText } from '../selling/state-text.ts';

export type Delivery = OutputOf<WebhookOperations['webhooks.deliveries.get']>;
export type DeliverySummary = OutputOf<WebhookOperations['webhooks.deliveries.list']>['data'][number];

function paintState(state: DeliverySummary['state'], paint: Ansis): string {
  if (state === 'delivered') return paint.green(state);
  return state === 'dead' ? paint.red(state) : paint.yellow(state);
}

export function printDeliveries(deliveries: readonly DeliverySummary[], terminal: Terminal): void {
  const { paint } = terminal;
  terminal.result(
    table(
      terminal,
      ['delivery', 'event', 'time', 'state', 'tries', 'answer'],
      deliveries.map(({ id, eventType, eventTime, state, attemptCount, lastStatus, lastError }) => [
        ...[id, eventType, timeText(eventTime), paintState(state, paint), String(attemptCount)],
        state === 'delivered' ? String(lastStatus ?? '') : [lastStatus, lastError].filter(Boolean).join(' '),
      ]),
    ),
  );
}

/** A body as it is read best: JSON over several lines. */
function pretty(body: string): string[] {
  try {
    return JSON.stringify(JSON.parse(body), null, 2).split('\n');
  } catch {
    return body.split('\n');
  }
}

/** A delivery with all that was tried. */
export function deliveryLines(delivery: Delivery, paint: Ansis): string[] {
  const { eventType, subject, id, eventId, state, attempts, body, nextAttemptAt } = delivery;
  return [
    `${paint.bold(eventType)}  ${paintState(state, paint)}  ${paint.dim(`${subject}  ${id}  ${eventId}`)}`,
    ...attempts.flatMap(({ number, at, durationMilliseconds, response, error, request }) => [
      '',
      `${paint.bold(`try ${number}`)}  ${timeText(at)}  ${durationMilliseconds} ms  ${response ? response.status : paint.red('no answer')}  ${paint.cyan(request.url)}`,
      ...(error ? [`  ${paint.red(error)}`] : []),
      ...(response && response.body !== ''
        ? pretty(response.body).map((line) => `  ${paint.dim('<')} ${line}`)
        : []),
    ]),
    ...(nextAttemptAt ? ['', `The next try is at ${timeText(nextAttemptAt)}.`] : []),
    '',
    ...(body === null ? [paint.dim('What was sent has been deleted.')] : pretty(body)),
  ];
}
