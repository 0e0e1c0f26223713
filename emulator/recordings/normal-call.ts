import { cleanValue } from './clean-value.ts';
import { withoutOrigin } from './platform-ids.ts';
import { fieldsOf, readBody } from './read-body.ts';
import type { Asked, RecordedProvider } from './recording.ts';
import { withoutTimes } from './times.ts';

export interface RawCall {
  readonly provider: RecordedProvider;
  readonly method: string;
  /** With its query. */
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

/** What is asked, as it may be kept and compared: without secrets, people, times and addresses of this machine. */
export function normalCall(raw: RawCall, textOf: (text: string) => string): Asked {
  const { pathname, searchParams } = new URL(raw.url, 'http://provider.invalid');
  const normal = (value: unknown) => withoutTimes(cleanValue(value, (text) => textOf(withoutOrigin(text))));
  return {
    ...{ provider: raw.provider, method: raw.method, path: textOf(pathname) },
    // Of texts alone, and what is cleaned stays text.
    query: normal(fieldsOf(searchParams)) as Record<string, string>,
    request: normal(readBody(raw.body, raw.contentType)),
  };
}
