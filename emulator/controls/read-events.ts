import { EventSourceParserStream } from 'eventsource-parser/stream';

/** The messages of an answer in Server-Sent Events; the end of the signal or of the answer ends them. */
export async function* readEvents<Message>(
  open: () => Promise<Response>,
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
    if (!signal.aborted) throw error;
  }
}
