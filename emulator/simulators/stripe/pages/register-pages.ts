import type { FastifyInstance } from 'fastify';
import type { SimulatorContext } from '../../simulator.ts';
import { registerChallenge } from './register-challenge.ts';
import { registerCheckout } from './register-checkout.ts';

/** What customers see. `onChange` is called after each thing they do. */
export function registerPages(
  server: FastifyInstance,
  context: SimulatorContext,
  onChange: () => void,
): void {
  registerCheckout(server, context, onChange);
  registerChallenge(server, context, onChange);
}
