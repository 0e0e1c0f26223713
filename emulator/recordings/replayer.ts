import { matchCall } from './match-call.ts';
import { normalCall } from './normal-call.ts';
import { type Bindings, withIds } from './platform-ids.ts';
import type { RawAnswer, Session } from './recorder.ts';
import type { RecordedCall, RecordedProvider, Recording } from './recording.ts';
import { movedTimes } from './times.ts';

function withIdsIn(value: unknown, bindings: Bindings): unknown {
  if (typeof value === 'string') return withIds(value, bindings);
  if (Array.isArray(value)) return value.map((each) => withIdsIn(each, bindings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withIdsIn(inner, bindings)]));
}

/** A refusal in the provider's own shape that its client does not try again: nothing would change. */
const refusals: Readonly<Record<RecordedProvider, (message: string) => object>> = {
  stripe: (message) => ({ error: { type: 'invalid_request_error', code: 'not_recorded', message } }),
  paypal: (message) => ({
    ...{ name: 'UNPROCESSABLE_ENTITY', message, debug_id: 'not-recorded' },
    details: [{ issue: 'NOT_RECORDED', description: message }],
  }),
};

/** Answers calls from a recording, and asks nobody. */
export function createReplayer({ calls, startedAt }: Recording, now: Date): Session {
  const moved = now.getTime() - Date.parse(startedAt);
  const used = new Set<RecordedCall>();
  const unmatched: string[] = [];
  let bindings: Bindings = new Map();
  let answered = 0;

  function refusal(provider: RecordedProvider, message: string): RawAnswer {
    unmatched.push(message);
    const body = JSON.stringify(refusals[provider](message));
    return { status: 422, headers: { 'content-type': 'application/json' }, body };
  }

  return {
    async answer(raw) {
      const asked = normalCall(raw, (text) => text);
      const match = matchCall(calls, used, asked, bindings);
      if (!match.call) return refusal(raw.provider, match.message);
      const { status, headers, response } = match.call;
      used.add(match.call);
      answered += 1;
      bindings = match.bindings;
      const own = movedTimes(withIdsIn(response, bindings), moved);
      const isText = typeof own === 'string' && !(headers['content-type'] ?? '').includes('json');
      const body = own === null ? '' : isText ? String(own) : JSON.stringify(own);
      return { status, headers, body };
    },
    state: () => ({ mode: 'replaying', calls: answered, unused: calls.length - used.size, unmatched }),
    recording: () => null,
  };
}
