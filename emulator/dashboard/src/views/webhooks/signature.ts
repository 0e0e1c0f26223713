/** A message of Standard Webhooks with the secret that it should be signed with. */
export interface SignedMessage {
  readonly key: string;
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** `whsec_` and base64. */
function keyBytes(key: string): Uint8Array<ArrayBuffer> {
  return bytesOf(key.trim().replace(/^whsec_/, ''));
}

async function signWith(key: Uint8Array<ArrayBuffer>, content: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(content));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(signed)))}`;
}

/**
 * The signature that a message should carry.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signatureOf({ key, id, timestamp, body }: SignedMessage): Promise<string> {
  return signWith(keyBytes(key), `${id}.${timestamp}.${body}`);
}

export interface Verdict {
  readonly isGood: boolean;
  /** What is so, and what to do, in a sentence or two. */
  readonly because: string;
}

const toleratedSeconds = 300;

function asWritten(body: string, indent?: number): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, indent);
  } catch {
    return undefined;
  }
}

/** Bodies that a handler may have made of the one that was sent, and how. */
function alterations(body: string): { readonly body: string; readonly how: string }[] {
  const candidates = [
    { body: asWritten(body), how: 'the JSON was parsed and written again' },
    { body: asWritten(body, 2), how: 'the JSON was indented' },
    { body: body.trim(), how: 'space was cut off its ends' },
    { body: `${body}\n`, how: 'a line break was added to or taken from its end' },
  ];
  return candidates.flatMap(({ body: other, how }) =>
    other === undefined || other === body ? [] : [{ body: other, how }],
  );
}

/** Whether a signature is that of a message, and where it is not, why. */
export async function checkSignature(
  message: SignedMessage & { readonly signature: string },
  now: number,
): Promise<Verdict> {
  const { key, id, timestamp, body } = message;
  const given = message.signature.trim().split(/\s+/).filter(Boolean);
  const bad = (because: string): Verdict => ({ isGood: false, because });
  if (given.length === 0) return bad('There is no signature: the header `webhook-signature` is missing.');
  if (!/^\d+$/.test(timestamp)) return bad('`webhook-timestamp` is no number of seconds since 1970.');
  if (!given.some((signature) => signature.startsWith('v1,')))
    return bad('None of the signatures begins with `v1,`, the version that a shared secret is for.');
  let expected: string;
  try {
    expected = await signatureOf(message);
  } catch {
    return bad(
      'The secret is not `whsec_` followed by base64. Copy it whole, as it was shown when it was made.',
    );
  }
  if (given.includes(expected)) {
    const age = Math.abs(now / 1000 - Number(timestamp));
    if (age <= toleratedSeconds) return { isGood: true, because: 'The signature is good.' };
    return bad(
      `The signature is good, but of ${Math.round(age / 60)} minutes ago: receivers refuse what is older than five, so that nobody sends it again.`,
    );
  }
  for (const other of alterations(body)) {
    if (given.includes(await signatureOf({ ...message, body: other.body })))
      return bad(
        `The body is not the one that was signed: ${other.how}. Verify the very bytes, before any parser.`,
      );
  }
  const asText = await signWith(new TextEncoder().encode(key.trim()), `${id}.${timestamp}.${body}`);
  if (given.includes(asText))
    return bad(
      'It was signed with the secret as text. What follows `whsec_` is base64, and has to be decoded.',
    );
  const swapped = await signWith(keyBytes(key), `${timestamp}.${body}`);
  if (given.includes(swapped))
    return bad('`webhook-id` was left out of what was signed: it is `id.timestamp.body`.');
  return bad(
    'Neither this secret nor this body made the signature. Is it the secret of another endpoint, or the one before the last rotation? Was the body changed on its way?',
  );
}
