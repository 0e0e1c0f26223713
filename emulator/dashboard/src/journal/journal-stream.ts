import { EventSourceParserStream } from 'eventsource-parser/stream';
import { pageHeader } from '../../../inspector/page-header.ts';
import { addressOf, type Session } from '../session/session.ts';
import type { JournalEntry } from './journal-client.ts';

/** `refused`: the key is not taken any more, after a reset, say, so that trying again is of no use. */
export type Connection = 'connecting' | 'open' | 'lost' | 'refused';

const againAfterMilliseconds = 1000;

/** What the emulator answers to a key that is none, or of a store that is gone. */
const refusals = new Set([401, 403, 404]);

class Refused extends Error {}

async function* messages(session: Session, signal: AbortSignal): AsyncGenerator<'open' | JournalEntry> {
  const response = await fetch(addressOf('_emulator/v1/journal-stream'), {
    headers: { authorization: `Bearer ${session.secretKey}`, [pageHeader]: 'true' },
    signal,
  });
  if (refusals.has(response.status)) throw new Refused();
  if (!response.ok || !response.body) throw new Error(`The emulator answered ${response.status}.`);
  yield 'open';
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    // As the control `journal.stream` says.
    yield JSON.parse(value.data) as JournalEntry;
  }
}

/** Listens to what happens, and again when the connection is lost. Returns how to stop. */
export function listenToJournal(
  session: Session,
  onEntry: (entry: JournalEntry) => void,
  onConnection: (connection: Connection) => void,
): () => void {
  const stopping = new AbortController();
  const listen = async () => {
    while (!stopping.signal.aborted) {
      try {
        for await (const message of messages(session, stopping.signal)) {
          if (message === 'open') onConnection('open');
          else onEntry(message);
        }
      } catch (error) {
        if (error instanceof Refused) return onConnection('refused');
        // Said below, whatever it was; a page that is left aborts.
      }
      if (stopping.signal.aborted) return;
      onConnection('lost');
      await new Promise((resolve) => setTimeout(resolve, againAfterMilliseconds));
    }
  };
  void listen();
  return () => stopping.abort();
}
