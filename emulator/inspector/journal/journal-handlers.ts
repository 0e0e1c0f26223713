import type { Clock } from '../../../runtime/context/context.ts';
import { problem } from '../../../runtime/contract/problem.ts';
import { problems } from '../../../runtime/contract/problems.ts';
import type { ControlHandlers } from '../../controls/control.ts';
import type { EntryKind, JournalEntry, OpenedEntry } from './entry.ts';
import { entryKinds } from './entry-schema.ts';
import type { Journal } from './journal.ts';
import type { journalControls } from './journal-controls.ts';
import { sendRequest } from './send-request.ts';

/** Caught up on at once by whoever listens again. */
const missedAtMost = 1000;

/** @throws {Problem} `invalid_filter` for a kind that there is none of. */
function kindsOf(text: string | undefined): EntryKind[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map((name) => {
    const kind = entryKinds.find((known) => known === name.trim());
    if (kind) return kind;
    throw problem(problems.invalidFilter, {
      detail: `"${name.trim()}" is no kind of entry. There are: ${entryKinds.join(', ')}.`,
    });
  });
}

function found(entry: OpenedEntry | undefined, id: string): OpenedEntry {
  if (entry) return entry;
  throw problem(problems.notFound, {
    detail: `The journal has no entry ${id}; older ones are removed when there are many.`,
  });
}

/** What was missed, then what comes; nothing twice and nothing left out between the two. */
async function* listen(
  journal: Journal,
  storeId: string,
  after: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<JournalEntry> {
  const coming: JournalEntry[] = [];
  let wake: () => void = () => undefined;
  const stop = journal.subscribe(storeId, (entry) => {
    coming.push(entry);
    wake();
  });
  const isOver = () => signal.aborted;
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    const missed = after === undefined ? [] : await journal.after(storeId, after, missedAtMost);
    const told = new Set(missed.map(({ id }) => id));
    yield* missed;
    while (!isOver()) {
      for (const entry of coming.splice(0)) if (!told.delete(entry.id)) yield entry;
      if (coming.length === 0 && !isOver())
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop();
  }
}

async function* ofKinds(
  kinds: readonly EntryKind[] | undefined,
  entries: AsyncIterable<JournalEntry>,
): AsyncGenerator<JournalEntry> {
  for await (const entry of entries) if (!kinds || kinds.includes(entry.kind)) yield entry;
}

export function journalHandlers(
  journal: Journal,
  clockOf: (storeId: string) => Clock,
): ControlHandlers<typeof journalControls> {
  return {
    'journal.list': async ({ kind, ...input }, { storeId }) => {
      const { data, next } = await journal.list(storeId, { ...input, kinds: kindsOf(kind) });
      return { data: [...data], page: { next }, leftOut: journal.leftOut };
    },
    'journal.get': async ({ entryId }, { storeId }) => found(await journal.get(storeId, entryId), entryId),
    'journal.trace': async ({ traceId }, { storeId }) => ({ data: await journal.trace(storeId, traceId) }),
    // Refuses at once, and not when the first message is asked for: an answer has begun by then.
    'journal.stream': ({ kind, after }, { storeId, signal }) =>
      ofKinds(kindsOf(kind), listen(journal, storeId, after, signal)),
    'journal.annotate': async ({ entryId, ...change }, { storeId }) =>
      found(await journal.annotate(storeId, entryId, change), entryId),
    'journal.send': async (request, { storeId }) => {
      const {
        status,
        response = null,
        error = null,
      } = await sendRequest(...([journal, clockOf(storeId), storeId, request] as const));
      return { status, response, error };
    },
  };
}
