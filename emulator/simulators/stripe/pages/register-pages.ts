import type { FastifyInstance } from 'fastify';
import type { SessionOf } from '../../simulator.ts';
import { registerChallenge } from './register-challenge.ts';
import { registerCheckout } from './register-checkout.ts';
import { registerPayments } from './register-payments.ts';

/** What customers see, and what the merchant does. */
export function registerPages(server: FastifyInstance, sessionOf: SessionOf): void {
  registerCheckout(server, sessionOf);
  registerChallenge(server, sessionOf);
  registerPayments(server, sessionOf);
}
