import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FaultNote } from '../inspector/journal/index.ts';
import { type Fault, wordsOf } from './fault.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The fault that was drawn for it. */
    struckBy?: Fault | undefined;
  }
}

/** Says which fault an answer comes from, so that nobody looks for it in vain. */
export const faultHeader = 'headlesspro-fault';

/** Declared, so that all requests keep one shape, which is what makes them fast. */
export function mayBeStruck(server: FastifyInstance): void {
  server.decorateRequest('struckBy', undefined);
}

const lost = { drop: 'dropped', timeout: 'timeout' } as const;

/** What the journal writes down of it. */
export function faultOf({ struckBy }: FastifyRequest): FaultNote | undefined {
  if (!struckBy) return undefined;
  const { kind } = struckBy;
  return { text: wordsOf(struckBy), lost: kind === 'drop' || kind === 'timeout' ? lost[kind] : null };
}
