import { createHash } from 'node:crypto';
import { collection, type StoredDocument } from '../../../../runtime/store/port.ts';
import type { Answer, Endpoint, Work } from './endpoint.ts';
import { refusal } from './paypal-error.ts';

interface KeptAnswer extends StoredDocument {
  readonly bodyHash: string;
  readonly answer: Answer;
  /** Business time. */
  readonly expiresAt: string;
}

export const keptAnswers = collection<KeptAnswer>({ name: 'paypal_kept_answers', indexes: {} });

export interface Repeatable {
  readonly endpoint: Endpoint;
  /** With its parameters in place. */
  readonly path: string;
  readonly clientId: string;
  readonly requestId: string;
  readonly body: unknown;
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex');
}

/** What is created once is found the second time: 201 becomes 200. */
function replay(answer: Answer): Answer {
  return answer.status === 201 ? { ...answer, status: 200 } : answer;
}

/**
 * Does something once for a PayPal-Request-Id, and answers a repeat with the first answer. Refusals are not kept, so
 * that a request may be tried again when its reason is gone.
 *
 * @throws {PayPalError} `DUPLICATE_REQUEST_ID` where the id came with another body before.
 */
export async function answerOnce(
  work: Work,
  asked: Repeatable,
  handle: () => Promise<Answer>,
): Promise<Answer> {
  const { writer, now } = work;
  const id = hash([asked.clientId, asked.endpoint.method, asked.path, asked.requestId]);
  const bodyHash = hash(asked.body);
  const kept = await writer.get(keptAnswers, id);
  if (kept && new Date(kept.expiresAt) > now) {
    if (kept.bodyHash !== bodyHash) throw refusal('DUPLICATE_REQUEST_ID');
    return replay(kept.answer);
  }
  if (kept) await writer.delete(keptAnswers, id);
  const answer = await handle();
  const hours = asked.endpoint.requestIdHours ?? 0;
  const expiresAt = new Date(now.getTime() + hours * 3_600_000).toISOString();
  await writer.insert(keptAnswers, { id, bodyHash, answer, expiresAt });
  return answer;
}
