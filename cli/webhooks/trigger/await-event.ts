import { type ControlClient, createControlClient } from '../../../emulator/controls/control-client.ts';
import { refused } from '../../cli-error.ts';
import type { LocalStore } from '../../project/local-store.ts';
import { waitUntil } from '../../wait-until.ts';

const patience = { milliseconds: 15_000, between: 100 };

/** Ids of the journal rise: `entry_12`. */
const numberOf = (id: string | undefined) => Number(id?.replace('entry_', '') ?? 0);

async function latest(client: ControlClient, type: string | undefined) {
  const { data } = await client.call('journal.list', {
    ...{ kind: 'event,mail', pageSize: 1 },
    ...(type === undefined ? {} : { type }),
  });
  return data[0];
}

/** Notes what happened so far; then waits until an event of a type has happened since. */
export async function watchEvents(store: Pick<LocalStore, 'url' | 'secretKey'>) {
  const client = createControlClient(store);
  const before = numberOf((await latest(client, undefined))?.id);
  return {
    /** Answers the event's entry in the journal. Some events come a moment later: a provider tells of the money. */
    async until(type: string) {
      const happened = await waitUntil(async () => {
        const entry = await latest(client, type);
        return entry && numberOf(entry.id) > before ? entry : undefined;
      }, patience);
      if (happened) return happened;
      throw refused(
        'event_missing',
        `Everything was done, and ${type} did not happen in ${patience.milliseconds / 1000} s.`,
        {
          fix: 'Look at what did: `hp events tail --all`.',
        },
      );
    },
  };
}
