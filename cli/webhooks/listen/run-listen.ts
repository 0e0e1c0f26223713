import { isAlive } from '../../../emulator/is-alive.ts';
import type { CommandContext } from '../../context.ts';
import { localStore } from '../../project/local-store.ts';
import { type WebhookCaller, webhookCaller } from '../webhook-caller.ts';
import { forward, type Received } from './forward.ts';
import { type ListenEvent, listenLines } from './listen-lines.ts';
import { listenSecret } from './listen-secret.ts';
import { startReceiver } from './receive.ts';

export interface ListenFlags {
  readonly forwardTo: string | undefined;
  readonly events: readonly string[];
  readonly payload: 'full' | 'thin';
  readonly format: 'standard' | 'cloudevents';
}

/** What an endpoint of ours is called, so that one whose process was killed is known and removed. */
const description = (pid: number) => `hp webhooks listen (process ${pid})`;
const pidOf = (text: string | null) => Number(/^hp webhooks listen \(process (\d+)\)$/.exec(text ?? '')?.[1]);

async function removeAbandoned(call: WebhookCaller): Promise<void> {
  const { data } = await call('webhooks.endpoints.list', { pageSize: 100 });
  for (const { id, description: text } of data) {
    const pid = pidOf(text);
    if (!Number.isNaN(pid) && !isAlive(pid)) await call('webhooks.endpoints.delete', { endpointId: id });
  }
}

/** What a delivery is about, in either format; nothing where the body is something else. */
function aboutOf(body: string): { type: string; subject: string | null } {
  const { type, subject, data } = JSON.parse(body) as {
    readonly type?: string;
    readonly subject?: string;
    readonly data?: { readonly id?: string };
  };
  return { type: type ?? 'unknown', subject: subject ?? data?.id ?? null };
}

/** Takes the events of the running store, shows them and passes them on, until it is stopped. */
export async function runListen(flags: ListenFlags, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  const { forwardTo, events, payload, format } = flags;
  const store = await localStore(context);
  const secret = listenSecret(store.project);
  const show = (event: ListenEvent) => {
    const moment = new Date();
    if (terminal.json) terminal.result(JSON.stringify({ ...event, time: moment.toISOString() }));
    else for (const line of listenLines(event, moment, terminal.paint)) terminal.result(line);
  };
  const take = async (received: Received): Promise<number> => {
    const answer = forwardTo
      ? await forward(received, forwardTo, secret)
      : { status: 200, milliseconds: 0, error: null };
    show({ event: 'delivery', id: received.id, ...aboutOf(received.body), ...answer });
    // What the handler answered decides whether the platform tries again.
    return answer.status ?? 502;
  };
  const call = webhookCaller(store);
  await removeAbandoned(call);
  let tellSecret: (secret: string) => void = () => undefined;
  const endpointSecret = new Promise<string>((resolve) => {
    tellSecret = resolve;
  });
  const receiver = await startReceiver({ secret: endpointSecret, take });
  context.defer(() => receiver.close());
  const { id: endpointId, secret: ofEndpoint } = await call('webhooks.endpoints.create', {
    ...{ url: receiver.url, events: [...events], payload, format, description: description(process.pid) },
  });
  tellSecret(ofEndpoint);
  // Where the store was stopped first, the endpoint is removed by the next run.
  context.defer(() => call('webhooks.endpoints.delete', { endpointId }).catch(() => undefined));
  show({ event: 'ready', endpointId, forwardTo: forwardTo ?? null, events, secret });
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  show({ event: 'stopped' });
}
