import { type OutgoingAnswer, OutgoingFailure } from '../../runtime/outgoing/index.ts';
import { cutOff } from './cut-off.ts';
import type { Call, Fault } from './fault.ts';
import type { Faults } from './faults.ts';
import { holdUp } from './hold-up.ts';
import { faultHeader } from './struck.ts';

/** A message on its way: to a webhook endpoint, a partner or who is asked, or from a simulated provider to the shop. */
export interface Message {
  readonly storeId: string;
  readonly call: Call;
  readonly url: string;
  readonly timeoutMilliseconds: number;
  readonly signal?: AbortSignal;
}

function refusal({ id, status, kind, retryAfterSeconds }: Fault): OutgoingAnswer {
  const retryAfter = { name: 'retry-after', value: String(retryAfterSeconds) };
  return {
    ...{ status, body: '', isBodyCut: false },
    headers: [{ name: faultHeader, value: id }, ...(kind === 'rate_limit' ? [retryAfter] : [])],
  };
}

/**
 * What comes of a request that a fault strikes; undefined where it is sent all the same. That no answer came in time
 * is said at once: the clock of a store is moved over hours of retries, and would wait for each.
 * @throws {OutgoingFailure}
 */
async function befall(
  fault: Fault,
  { url, timeoutMilliseconds, signal }: Message,
  ending: AbortSignal,
): Promise<OutgoingAnswer | undefined> {
  const seconds = timeoutMilliseconds / 1000;
  const late = `No answer came within ${seconds} seconds.`;
  switch (fault.kind) {
    case 'latency':
      await holdUp(Math.min(fault.delayMilliseconds, timeoutMilliseconds), ending, signal);
      if (signal?.aborted) throw new OutgoingFailure('aborted', 'The process was stopped.');
      if (fault.delayMilliseconds >= timeoutMilliseconds) throw new OutgoingFailure('timeout', late);
      return undefined;
    case 'timeout':
      throw new OutgoingFailure('timeout', late);
    case 'drop': {
      const { host } = new URL(url);
      throw new OutgoingFailure('connection', `${host} closed the connection before it answered.`);
    }
    case 'error':
    case 'rate_limit':
      return refusal(fault);
    default:
      return undefined;
  }
}

/** Sends a message in a store where faults are set. */
export async function strikeMessage(
  faults: Faults,
  message: Message,
  send: () => Promise<OutgoingAnswer>,
  onStruck: (fault: Fault) => void = () => undefined,
): Promise<OutgoingAnswer> {
  const fault = await faults.strike(message.storeId, message.call);
  if (!fault) return send();
  onStruck(fault);
  if (fault.when === 'before') {
    const answer = await befall(fault, message, faults.ending);
    if (answer) return answer;
    const others = Array.from({ length: fault.copies - 1 }, send);
    // What becomes of the copies is nobody's business but the receiver's.
    const [first] = await Promise.allSettled([send(), ...others]);
    if (first.status === 'rejected') throw first.reason;
    return first.value;
  }
  const answer = await send();
  if (fault.kind === 'malformed') return { ...answer, body: String(cutOff(answer.body)), isBodyCut: true };
  return (await befall(fault, message, faults.ending)) ?? answer;
}
