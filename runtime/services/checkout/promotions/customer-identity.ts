import type { Context } from '../../../context/context.ts';

/**
 * Who counts as one customer for limits: the customer who signed in, else whoever has the e-mail address, which is
 * not kept here; null for a guest of whom nothing is known.
 */
export async function customerIdentity(
  { digestOf }: Pick<Context, 'digestOf'>,
  { customerId, email }: { readonly customerId: string | null; readonly email: string | null },
): Promise<string | null> {
  if (customerId !== null) return customerId;
  if (email === null) return null;
  return `email:${await digestOf(email.toLowerCase())}`;
}
