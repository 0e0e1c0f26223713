import { createHmac } from 'node:crypto';

/**
 * `Stripe-Signature` of a body. The key is the secret as it stands, `whsec_` included. `at` is the machine's time in
 * Unix seconds, never the virtual clock's: verifiers compare it with their own.
 */
export function sign(body: string, secret: string, at: number): string {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return `t=${at},v1=${signature}`;
}
