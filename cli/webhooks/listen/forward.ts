import { signatureHeaders } from '../../../runtime/services/webhooks/index.ts';

/** What the platform sent. */
export interface Received {
  readonly id: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Forwarded {
  /** Null where no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: string | null;
}

/** Milliseconds after which a handler counts as one that does not answer. */
const patience = 15_000;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer in ${patience / 1000} s`;
  const cause = error.cause;
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
  return reason === 'ECONNREFUSED' ? 'nobody listens there (ECONNREFUSED)' : reason;
}

/** Sends what came on to the handler, signed with a secret of our own; a redirect is not followed, as by the platform. */
export async function forward(received: Received, to: string, secret: string): Promise<Forwarded> {
  const startedAt = performance.now();
  const took = () => Math.round((performance.now() - startedAt) * 10) / 10;
  try {
    const response = await fetch(to, {
      method: 'POST',
      headers: {
        ...received.headers,
        'content-type': received.contentType,
        ...signatureHeaders(received.id, new Date(), received.body, [secret]),
      },
      body: received.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    return { status: response.status, milliseconds: took(), error: null };
  } catch (error) {
    return { status: null, milliseconds: took(), error: reasonOf(error) };
  }
}
