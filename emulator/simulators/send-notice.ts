/** What a provider tells a webhook by itself, once. */
export interface Notice {
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it is signed. */
  readonly body: string;
  /** From the beginning to the end of the answer, in real time. */
  readonly timeoutMilliseconds: number;
  /** Ends the attempt when the simulator stops. */
  readonly signal: AbortSignal;
}

export interface NoticeAnswer {
  readonly status: number;
  readonly body: string;
}

/** Posts a notice; throws where no answer came. Redirects are not followed: to providers they are failures. */
export type SendNotice = (notice: Notice) => Promise<NoticeAnswer>;

/** Sends a notice of a simulator in the name of a store. */
export type SendNoticeOf = (storeId: string, simulator: string, notice: Notice) => Promise<NoticeAnswer>;

export async function sendNotice({
  url,
  headers,
  body,
  timeoutMilliseconds,
  signal,
}: Notice): Promise<NoticeAnswer> {
  const response = await fetch(url, {
    ...{ method: 'POST', headers, body, redirect: 'manual' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
  });
  return { status: response.status, body: await response.text() };
}
