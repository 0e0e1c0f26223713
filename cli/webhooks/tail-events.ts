import { createControlClient } from '../../emulator/controls/control-client.ts';
import type { CommandContext } from '../context.ts';
import { localStore } from '../project/local-store.ts';

/** `order.*` takes `order.placed`; `*` takes all. */
function matcher(patterns: readonly string[]): (type: string) => boolean {
  return (type) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
    );
}

/** Prints events until it is stopped, or the store is. */
export async function tailEvents(
  { types, fromBeginning }: { readonly types: readonly string[]; readonly fromBeginning: boolean },
  context: CommandContext,
): Promise<void> {
  const { terminal, signal } = context;
  const { paint } = terminal;
  const client = createControlClient(await localStore(context));
  const isWanted = matcher(types.map((type) => type.trim()));
  // Events about mails are kept as mails.
  const input = { kind: 'event,mail', ...(fromBeginning ? { after: 'entry_0' } : {}) };
  for await (const entry of client.listen('journal.stream', input, signal)) {
    const { type, at, subject, traceId } = entry;
    if (type === null || !isWanted(type)) continue;
    if (terminal.json) terminal.result(JSON.stringify({ event: 'event', type, time: at, subject, traceId }));
    else {
      const time = new Date(at).toTimeString().slice(0, 8);
      terminal.result(`${paint.dim(time)} ${type.padEnd(28)} ${paint.dim(subject ?? '')}`.trimEnd());
    }
  }
}
