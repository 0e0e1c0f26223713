import type { MessageBody } from './entry.ts';
import { removeSecrets } from './remove-secrets.ts';

/** Of a body, what is kept of it. */
export const keptBytes = 65_536;

const textual = /json|text|xml|x-www-form-urlencoded|javascript|graphql/i;

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function bodyOfText(contentType: string | null, text: string, bytes: number): MessageBody {
  // Half a character at the end is none: characters of two bytes and more make a text shorter than its bytes.
  const isCut = text.length > keptBytes;
  return { contentType, text: removeSecrets(isCut ? text.slice(0, keptBytes) : text), bytes, isCut };
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
    const kept = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, keptBytes + 1));
    return bodyOfText(contentType, kept.toString('utf8'), body.byteLength);
  }
  if (typeof body === 'object' && 'pipe' in body) return { contentType, text: '', bytes: 0, isCut: true };
  const text = asText(body);
  return bodyOfText(contentType, text, Buffer.byteLength(text));
}
