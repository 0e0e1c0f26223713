import type { Context, SignedInCustomer } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';

/** How long an access token is good: so long a session that was ended can still be used. */
export const accessSeconds = 600;

const issuer = 'headlesspro';
/** RFC 9068, 2.1: so that no other kind of token is taken for one. */
const typ = 'at+jwt';

/**
 * The store's own key, derived from the one that its digests are made with: that lies sealed beside the data, and is
 * in no database in the clear. No address or other text that is digested reads like this one.
 */
async function signingKey({ digestOf }: Pick<Context, 'digestOf'>): Promise<Uint8Array> {
  return Buffer.from(await digestOf('customers\nkey of access tokens\n1'), 'base64url');
}

/** A JWT that says who is signed in, and with which prices. */
export async function makeAccessToken(
  context: Context,
  { id, customerGroup }: SignedInCustomer,
): Promise<string> {
  const { SignJWT } = await import('jose');
  const now = Math.floor(context.clock.now().getTime() / 1000);
  return new SignJWT(customerGroup === null ? {} : { group: customerGroup })
    .setProtectedHeader({ alg: 'HS256', typ })
    .setIssuer(issuer)
    .setAudience(context.storeId)
    .setSubject(id)
    .setIssuedAt(now)
    .setExpirationTime(now + accessSeconds)
    .sign(await signingKey(context));
}

/**
 * Whose token it is, by its signature alone.
 * @throws {Problem} `session_expired`.
 */
export async function readAccessToken(context: Context, token: string): Promise<SignedInCustomer> {
  const { errors, jwtVerify } = await import('jose');
  try {
    const { payload } = await jwtVerify(token, await signingKey(context), {
      ...{ algorithms: ['HS256'], typ, issuer, audience: context.storeId },
      ...{ currentDate: context.clock.now(), requiredClaims: ['sub', 'exp'] },
    });
    const { sub = '', group } = payload;
    return { id: sub, customerGroup: typeof group === 'string' ? group : null };
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw problem(problems.sessionExpired, {
      detail:
        error instanceof errors.JWTExpired
          ? "The customer's token is too old."
          : "The customer's token is none of this store's.",
    });
  }
}
