/** As many as lead from what failed to the handler that was called. */
const mostFrames = 12;

/** A frame of a stack, with its place in the code: a line of a message that begins with "at" has none. */
const frame = /^\s+at .*:\d+:\d+\)?$/;

function kindOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `${error.constructor.name}${code}`;
}

function framesOf({ message, stack = '' }: Error): string[] {
  // The message stands before the frames, and may look like them.
  const after = stack.indexOf(message) + message.length;
  return stack
    .slice(after)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames);
}

/**
 * What is stored of an error that kept an event from being handled: which kind it was, its code, where it was thrown,
 * and the same of its causes. Its message is not: it may repeat what a customer typed, and what is stored here is not
 * forgotten with the customer. The log has the whole of it.
 */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `A ${error === null ? 'null' : typeof error} was thrown.`;
  const own = [kindOf(error), ...framesOf(error)].join('\n');
  return error.cause === undefined ? own : `${own}\nCaused by: ${failureText(error.cause)}`;
}
