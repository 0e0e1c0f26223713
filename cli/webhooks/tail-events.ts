import { createControlClient } from '../../emulator/controls/control-client.ts';
import { fitsPattern } from '../../runtime/store/fits-pattern.ts';
import type { CommandContext } from '../context.ts';
import { localStore } from '../project/local-store.ts';
import { followJournal } from './follow-journal.ts';

/** Events about mails are kept as mails. */
const kind = 'event,mail';

/** Prints events until it is stopped, or the store is. */
export async function tailEvents(
  { types, fromBeginning }: { readonly types: readonly string[]; readonly fromBeginning: boolean },
  context: CommandContext,
): Promise<void> {
  const { terminal, signal } = context;
  const { paint } = terminal;
  const client = createControlClient(await localStore(context));
  const patterns = types.map((type) => type.trim());
  for await (const { type, at, subject, traceId } of followJournal(client, { kind, fromBeginning }, signal)) {
    if (type === null || !patterns.some((pattern) => fitsPattern(pattern, type))) continue;
    if (terminal.json) terminal.result(JSON.stringify({ event: 'event', type, time: at, subject, traceId }));
    else {
      const time = new Date(at).toTimeString().slice(0, 8);
      terminal.result(`${paint.dim(time)} ${type.padEnd(28)} ${paint.dim(subject ?? '')}`.trimEnd());
    }
  }
}
