import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ClientUnreachable } from '../../runtime/client/index.ts';

/**
 * The messages of an answer in Server-Sent Events; the end of the signal or of the answer ends them.
 * @throws {ClientUnreachable} where the connection breaks
 */
export async function* readEvents<Message>(
  { url, open }: { readonly url: string; readonly open: () => Promise<Response> },
  signal: AbortSignal,
): AsyncGenerator<Message> {
  const response = await open();
  if (!response.body) return;
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  try {
    // Sent by the handler of the same control.
    for await (const { data } of events) yield JSON.parse(data) as Message;
  } catch (error) {
    if (signal.aborted) return;
    // What `fetch` says of a server that is gone is a TypeError: "terminated".
    throw error instanceof TypeError ? new ClientUnreachable(url, error) : error;
  }
}
