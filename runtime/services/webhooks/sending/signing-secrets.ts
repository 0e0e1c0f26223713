import type { StepsContext } from '../../../context/context.ts';
import { Problem } from '../../../contract/problem.ts';
import { validSecrets } from '../endpoints/endpoint-secrets.ts';
import { isPartner } from '../endpoints/partner-endpoint.ts';
import type { StoredEndpoint } from '../endpoints/stored-endpoint.ts';

/** The variable that the configuration names for a secret is not set, or holds something else. */
export class SecretMissing extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SecretMissing';
  }
}

const secretForm = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;

/**
 * The secrets that sign for an endpoint now: its own, or that of the environment, where several may stand, separated by
 * commas.
 * @throws {SecretMissing}
 */
export async function signingSecrets(context: StepsContext, endpoint: StoredEndpoint): Promise<string[]> {
  const { key, secretVariable, secrets } = endpoint;
  if (key === null || secretVariable === null) {
    return validSecrets(secrets, context.clock.now()).map(({ value }) => value);
  }
  let text: string;
  try {
    const connection = await context.connectionTo(isPartner(endpoint) ? key : `webhook:${key}`);
    text = connection?.secrets.secret ?? '';
  } catch (error) {
    if (error instanceof Problem)
      throw new SecretMissing(`It was not sent: the variable ${secretVariable} is not set.`);
    throw error;
  }
  const given = text.split(',').map((secret) => secret.trim());
  if (!given.every((secret) => secretForm.test(secret))) {
    throw new SecretMissing(
      `It was not sent: ${secretVariable} must hold "whsec_" and 24 to 64 bytes in base64.`,
    );
  }
  return given;
}
