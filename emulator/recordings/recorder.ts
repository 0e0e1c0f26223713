import { cleanValue } from './clean-value.ts';
import { normalCall, type RawCall } from './normal-call.ts';
import { createIdNames } from './platform-ids.ts';
import { readBody } from './read-body.ts';
import type { RecordedCall, Recording, RecordingState } from './recording.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where calls go while something is recorded or replayed. */
export interface Session {
  answer(call: RawCall, forward: () => Promise<RawAnswer>): Promise<RawAnswer>;
  state(): RecordingState;
  /** What was recorded; null of a replay. */
  recording(): Recording | null;
}

/** Headers that clients act by; others are another in each run. */
const keptHeaders = ['content-type', 'retry-after'];

/** Lets calls by, and keeps them in the order in which they were made. */
export function createRecorder(startedAt: Date): Session {
  const nameIds = createIdNames();
  const calls: RecordedCall[] = [];
  // One that was never answered says nothing.
  const answered = () => calls.filter(({ status }) => status > 0);
  return {
    async answer(raw, forward) {
      const asked = normalCall(raw, nameIds);
      // Its place is that of the asking, whichever answer comes first.
      const place = calls.push({ ...asked, status: 0, headers: {}, response: null }) - 1;
      const answer = await forward();
      const headers = keptHeaders.flatMap((name) => {
        const value = answer.headers[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      const body = readBody(answer.body, answer.headers['content-type'] ?? '');
      const response = cleanValue(body, nameIds);
      calls[place] = { ...asked, status: answer.status, headers: Object.fromEntries(headers), response };
      return answer;
    },
    state: () => ({ mode: 'recording', calls: answered().length, unused: 0, unmatched: [] }),
    recording: () => ({
      ...{ format: 'headlesspro-recording', version: 1, startedAt: startedAt.toISOString() },
      calls: answered(),
    }),
  };
}
