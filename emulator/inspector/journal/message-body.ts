import { StringDecoder } from 'node:string_decoder';
import type { MessageBody } from './entry.ts';
import { removeSecrets } from './remove-secrets.ts';

/** Of a body, what is kept of it. */
export const keptBytes = 65_536;

const textual = /json|text|xml|x-www-form-urlencoded|javascript|graphql/i;

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** A character of several bytes that the cut goes through is left out. */
function beginning(bytes: Buffer): string {
  return new StringDecoder('utf8').write(bytes.subarray(0, keptBytes));
}

/**
 * A body as it is kept: what was read from JSON is written again, bytes are read as text where their type says so.
 * Null where there is none; a stream has gone by and is not kept.
 */
export function messageBody(contentType: string | null, body: unknown): MessageBody | null {
  if (body === undefined || body === null || body === '') return null;
  if (body instanceof Uint8Array) {
    const isText = contentType === null || textual.test(contentType);
    if (!isText) return { contentType, text: '', bytes: body.byteLength, isCut: true };
    const { byteLength: bytes } = body;
    const text = beginning(Buffer.from(body.buffer, body.byteOffset, bytes));
    return { contentType, text: removeSecrets(text), bytes, isCut: bytes > keptBytes };
  }
  if (typeof body === 'object' && 'pipe' in body) return { contentType, text: '', bytes: 0, isCut: true };
  const text = asText(body);
  const bytes = Buffer.byteLength(text);
  const isCut = bytes > keptBytes;
  return { contentType, text: removeSecrets(isCut ? beginning(Buffer.from(text)) : text), bytes, isCut };
}
