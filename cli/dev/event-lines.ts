import type { Ansis } from 'ansis';
import { errorsAsJson } from '../../runtime/context/errors-as-json.ts';
import { moneyText } from '../../runtime/money/index.ts';
import { failureLines } from '../output/index.ts';
import type { KeptSdk } from '../project/keep-sdks.ts';
import { languageNames } from '../project/languages.ts';
import { shownChanges } from '../project/sdk-lines.ts';
import type { DevEvent } from './dev-events.ts';

type Ready = Extract<DevEvent, { event: 'ready' }>;
type Request = Extract<DevEvent, { event: 'request' }>;
type Order = Extract<DevEvent, { event: 'order' }>;

/** Nobody should wonder why today's orders are of next month. */
function clockLines({ clock: { now, mode } }: Ready, paint: Ansis): string[] {
  if (mode === 'real') return [];
  // A bundle is no project, so commands don't find it: its dashboard does what they would.
  const how =
    mode === 'frozen'
      ? `and stands still ${paint.dim('(Controls of the dashboard let it go on)')}`
      : `which is not this machine's time ${paint.dim('(hp clock show)')}`;
  return ['', `  ${paint.yellow('clock'.padEnd(12))}it is ${now} here, ${how}`];
}

function readyLines(ready: Ready, paint: Ansis): string[] {
  const rows: (readonly [string, string | null])[] = [
    ['storefront', ready.storefront],
    ['REST', `${ready.api}/v1`],
    ['GraphQL', ready.graphql],
    ['playground', ready.playground],
    ['reference', ready.reference],
    ['dashboard', ready.dashboard],
    ['public', ready.tunnel],
    ['Stripe', ready.stripe],
    ['PayPal', ready.paypal],
    ['warehouse', ready.warehouse],
    ['ERP', ready.erp],
  ];
  const keys = [
    ['secret key', ready.secretKey],
    ['publishable', ready.publishableKey],
  ] as const;
  return [
    '',
    `  ${paint.bold(ready.name)} ${paint.dim(`is running; ready after ${(ready.milliseconds / 1000).toFixed(1)} s`)}`,
    '',
    ...rows.flatMap(([label, url]) => (url ? [`  ${paint.dim(label.padEnd(12))}${paint.cyan(url)}`] : [])),
    '',
    ...keys.map(([label, key]) => `  ${paint.dim(label.padEnd(12))}${key}`),
    ...clockLines(ready, paint),
    '',
  ];
}

function paintStatus(status: number, paint: Ansis): string {
  if (status >= 500) return paint.red(String(status));
  if (status >= 400) return paint.yellow(String(status));
  return status >= 300 ? paint.cyan(String(status)) : paint.green(String(status));
}

function duration(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

function requestLine(request: Request, time: string, paint: Ansis): string {
  const { method, path, status, milliseconds, operation } = request;
  const took = duration(milliseconds).padStart(8);
  const name = operation ? paint.dim(`  ${operation}`) : '';
  return `${paint.dim(time)} ${paintStatus(status, paint)} ${took}  ${method.padEnd(6)} ${path}${name}`;
}

function orderLine(order: Order, at: string, paint: Ansis): string {
  const { number, total, units, providers, paymentState, state, channel } = order;
  const payment = [providers.join(' + '), paymentState.replaceAll('_', ' ')].filter(Boolean).join(' ');
  const parts = [
    `${units} ${units === 1 ? 'unit' : 'units'}`,
    payment,
    ...(state === 'confirmed' ? [] : [paint.yellow(state)]),
    channel,
  ];
  return `${at} ${paint.green('●')} ${paint.bold(`order ${number}`)}  ${moneyText(total)}  ${paint.dim(parts.join(', '))}`;
}

/** Pictures and parts of our own pages come by the dozen and would push the calls out of sight. */
function isUnremarkable({ method, path, status }: Request): boolean {
  return method === 'GET' && status < 400 && /^\/(?:media|_emulator)\//.test(path);
}

/** All languages offer the same: the first one says what changed. */
function sdkText(sdks: readonly KeptSdk[]): string {
  const names = sdks.map(({ language }) => languageNames[language]).join(', ');
  const changes = shownChanges(sdks.find((sdk) => sdk.changes.length > 0)?.changes ?? []);
  return `the SDK${sdks.length > 1 ? 's are' : ' is'} written (${names})${changes && `: ${changes}`}`;
}

/** An event as lines for people; none for what they need not see. */
export function eventLines(event: DevEvent, moment: Date, paint: Ansis): string[] {
  const time = moment.toTimeString().slice(0, 8);
  const at = paint.dim(time);
  switch (event.event) {
    case 'ready':
      return readyLines(event, paint);
    case 'request':
      if (isUnremarkable(event)) return [];
      return [requestLine(event, time, paint)];
    case 'order':
      return [orderLine(event, at, paint)];
    case 'simulator.unsupported':
      return [`${at} ${paint.yellow('!')} not simulated by ${event.simulator}: ${event.what}`];
    case 'config.applied': {
      const head = `${at} ${paint.green('✔')} config applied in ${duration(event.milliseconds)}; `;
      return [head + (event.sdks.length === 0 ? 'the SDK is unchanged' : sdkText(event.sdks))];
    }
    case 'config.refused':
      return [...failureLines(event.failure, paint), paint.dim('  The config before stays in force.')];
    case 'sdk.refused':
      return [
        ...failureLines(event.failure, paint),
        paint.dim('  The config is in force; the SDKs stay as they are.'),
      ];
    case 'storefront.line':
      return [`${at} ${paint.magenta('storefront')} ${event.line.trim()}`];
    case 'storefront.ready':
      return [`${at} ${paint.green('✔')} storefront at ${paint.cyan(event.url)}`];
    case 'storefront.exit':
      return [
        `${at} ${paint.red('✖')} the storefront's dev server ended with exit code ${event.exitCode}; ` +
          (event.willRestart ? 'it is started again' : 'the platform runs on without it'),
      ];
    case 'data.restored':
      return [`${at} ${paint.green('✔')} the store goes on from the snapshot "${event.snapshot}"`];
    case 'data.reset':
      return [`${at} ${paint.green('✔')} the store starts again from the seed "${event.seed}"`];
    case 'log':
      return [
        `${at} ${paint.yellow('!')} ${event.message} ${paint.dim(JSON.stringify(event.details, errorsAsJson))}`,
      ];
    case 'note':
      return [`${at} ${event.message}`];
    case 'restarting':
      return [`${at} restarting`];
    case 'stopped':
      return ['Stopped.'];
  }
}
