import type { FastifyInstance } from 'fastify';
import type { SessionOf } from '../../simulator.ts';
import { registerChallenge } from './register-challenge.ts';
import { registerCheckout } from './register-checkout.ts';

/** What customers see. */
export function registerPages(server: FastifyInstance, sessionOf: SessionOf): void {
  registerCheckout(server, sessionOf);
  registerChallenge(server, sessionOf);
}
