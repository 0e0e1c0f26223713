import type { Ansis } from 'ansis';
import { errorsAsJson } from '../../runtime/context/errors-as-json.ts';

/** Everything that `hp runtime start` tells; with `--json` each is a line. */
export type RuntimeEvent =
  | {
      readonly event: 'ready';
      readonly api: string;
      readonly graphql: string;
      readonly database: string;
      readonly files: string;
      readonly pid: number;
      /** Made by this start, and never shown again; null where they exist already or were given. */
      readonly secretKey: string | null;
      readonly publishableKey: string | null;
    }
  | {
      readonly event: 'request';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly milliseconds: number;
      readonly operation: string | null;
      readonly requestId: string;
    }
  | {
      readonly event: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly message: string;
      readonly details: object;
    }
  | { readonly event: 'stopping' }
  | { readonly event: 'stopped' };

type Ready = Extract<RuntimeEvent, { event: 'ready' }>;

function readyLines(ready: Ready, paint: Ansis): string[] {
  const row = (label: string, text: string) => `  ${paint.dim(label.padEnd(12))}${text}`;
  const keys = [
    ...(ready.secretKey ? [row('secret key', ready.secretKey)] : []),
    ...(ready.publishableKey ? [row('publishable', ready.publishableKey)] : []),
  ];
  return [
    '',
    `  ${paint.bold('The runtime answers')}`,
    '',
    row('REST', paint.cyan(`${ready.api}/v1`)),
    row('GraphQL', paint.cyan(ready.graphql)),
    row('health', paint.cyan(`${ready.api}/health`)),
    row('database', ready.database),
    row('files', ready.files),
    '',
    ...(keys.length > 0
      ? [...keys, '', `  ${paint.yellow('Keep these keys: they are not shown again.')}`, '']
      : []),
  ];
}

function paintStatus(status: number, paint: Ansis): string {
  if (status >= 500) return paint.red(String(status));
  return status >= 400 ? paint.yellow(String(status)) : paint.green(String(status));
}

/** An event as lines for people; each begins with its time, so that logs can be merged. */
export function runtimeLines(event: RuntimeEvent, moment: Date, paint: Ansis): string[] {
  const time = paint.dim(moment.toISOString());
  switch (event.event) {
    case 'ready':
      return readyLines(event, paint);
    case 'request': {
      const took = `${event.milliseconds} ms`.padStart(9);
      return [`${time} ${paintStatus(event.status, paint)} ${took}  ${event.method.padEnd(6)} ${event.path}`];
    }
    case 'log':
      return [
        `${time} ${paint.yellow(event.level)} ${event.message} ${JSON.stringify(event.details, errorsAsJson)}`,
      ];
    case 'stopping':
      return [`${time} stopping: requests under way are finished first`];
    case 'stopped':
      return [`${time} stopped`];
  }
}
