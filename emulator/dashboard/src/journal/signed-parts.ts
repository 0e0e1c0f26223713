import type { Message } from './body-view.tsx';

/** What a signature of Standard Webhooks is over, and the signature. */
export interface SignedParts {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
  /** Whether the body is the one that came: a long one is cut, and secrets in what others sent are not kept. */
  readonly isWhole: boolean;
}

/** Undefined for a message that carries no signature. */
export function signedPartsOf({ headers, body }: Message): SignedParts | undefined {
  const signature = headers['webhook-signature'];
  if (signature === undefined) return undefined;
  return {
    id: headers['webhook-id'] ?? '',
    timestamp: headers['webhook-timestamp'] ?? '',
    signature,
    body: body?.text ?? '',
    isWhole: body?.isCut !== true && !body?.text.includes('[removed]'),
  };
}
