import { createHash, randomBytes } from 'node:crypto';
import { collection, type Reader, type StoredDocument, type Writer } from '../../../../runtime/store/port.ts';

interface AccessToken extends StoredDocument {
  readonly clientId: string;
  /** By the machine's clock. */
  readonly expiresAt: string;
}

export const accessTokens = collection<AccessToken>({ name: 'paypal_access_tokens', indexes: {} });

export const tokenLifetimeSeconds = 32_400;

/** A token is kept by its hash alone, like a password. */
function idOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Tokens live by the machine's clock, not by that of the business: clients reckon with their own clock when a token
 * runs out, so a clock that was moved by a week would lock each of them out.
 */
export async function issueAccessToken(writer: Writer, clientId: string): Promise<string> {
  const token = `A21AA${randomBytes(69).toString('base64url')}`;
  const expiresAt = new Date(Date.now() + tokenLifetimeSeconds * 1000).toISOString();
  await writer.insert(accessTokens, { id: idOf(token), clientId, expiresAt });
  return token;
}

/** Whom a token was issued to; undefined for one that is unknown or has run out. */
export async function clientOf(reader: Reader, token: string): Promise<string | undefined> {
  const found = await reader.get(accessTokens, idOf(token));
  return found && new Date(found.expiresAt).getTime() > Date.now() ? found.clientId : undefined;
}
