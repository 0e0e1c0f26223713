import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject } from 'typebox';
import Value from 'typebox/value';
import type { SessionOf, SimulatorContext, SupportedEndpoint } from '../simulator.ts';
import { Refused } from './actions/refused.ts';
import { partnerMessages } from './documents.ts';
import { inTransaction, type PartnerWork } from './work.ts';

export interface PartnerAnswer {
  readonly status: number;
  readonly body: object;
}

export interface PartnerRequest<Body> {
  readonly body: Body;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** An endpoint as data: its route, its check and its row in the support table come from it. */
export interface PartnerEndpoint extends SupportedEndpoint {
  readonly http: `${'GET' | 'POST'} /${string}`;
  readonly body: TObject | undefined;
  readonly handle: (work: PartnerWork, request: PartnerRequest<unknown>) => Promise<PartnerAnswer>;
}

export function endpoint<Body extends TObject>(declaration: {
  readonly http: `${'GET' | 'POST'} /${string}`;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: readonly string[];
  readonly limits?: string;
  readonly handle: (work: PartnerWork, request: PartnerRequest<Static<Body>>) => Promise<PartnerAnswer>;
}): PartnerEndpoint {
  const { http, summary, body, query = [], limits } = declaration;
  return {
    ...{ http, summary, body, parameters: [...query, ...Object.keys(body?.properties ?? {})] },
    ...(limits === undefined ? {} : { limits }),
    // What is handed over was checked against the body's schema.
    handle: declaration.handle as PartnerEndpoint['handle'],
  };
}

const keptHeaders = [
  'idempotency-key',
  'webhook-id',
  'webhook-timestamp',
  'content-type',
  'user-agent',
  'traceparent',
];

function textHeader({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function requireToken(request: FastifyRequest): void {
  const token = /^Bearer (\S+)$/.exec(textHeader(request, 'authorization') ?? '')?.[1];
  if (!token?.startsWith('test_')) throw new Refused(401, 'Send "authorization: Bearer test_…".');
}

/** What was answered to the same key before. @throws {Refused} where the key came with another body. */
async function answeredBefore({ writer }: PartnerWork, key: string, http: string, text: string) {
  const before = await writer.find(partnerMessages, 'byKey', { key: `${http} ${key}` });
  if (!before) return undefined;
  if (before.body !== text) throw new Refused(422, 'The Idempotency-Key came with another body before.');
  return before;
}

async function perform(
  context: SimulatorContext,
  { http, body: schema, handle }: PartnerEndpoint,
  request: FastifyRequest,
): Promise<{ status: number; text: string }> {
  requireToken(request);
  const text = typeof request.body === 'string' ? request.body : '';
  let body: unknown = {};
  if (schema) {
    try {
      body = JSON.parse(text);
    } catch {
      throw new Refused(400, 'The body is no JSON.');
    }
    const [fault] = Value.Errors(schema, body);
    if (fault) throw new Refused(422, `${fault.instancePath || '/'} ${fault.message}`);
  }
  const key = textHeader(request, 'idempotency-key');
  return inTransaction(context, async (work) => {
    const before = key === undefined ? undefined : await answeredBefore(work, key, http, text);
    if (before) return { status: before.status, text: before.answer };
    const path = request.params as Record<string, string>; // by the route
    const query = request.query as Record<string, string>; // fastify reads texts
    const answer = await handle(work, { body, path, query });
    const answerText = JSON.stringify(answer.body);
    if (!http.startsWith('GET')) {
      const headers = keptHeaders.flatMap((name) => {
        const value = textHeader(request, name);
        return value === undefined ? [] : [[name, value] as const];
      });
      await work.writer.insert(partnerMessages, {
        ...{ id: randomUUID(), at: work.now, http, headers: Object.fromEntries(headers), body: text },
        ...{
          idempotencyKey: key === undefined ? null : `${http} ${key}`,
          status: answer.status,
          answer: answerText,
        },
      });
    }
    return { status: answer.status, text: answerText };
  });
}

function send(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('application/json').send(text);
}

/** Adds a route for each endpoint. */
export function registerEndpoints(
  server: FastifyInstance,
  endpoints: readonly PartnerEndpoint[],
  sessionOf: SessionOf,
): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
  server.setErrorHandler((error, request, reply) => {
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode >= 500) sessionOf(request).context.onFailure(error);
    return send(reply, statusCode, JSON.stringify({ error: message }));
  });
  server.setNotFoundHandler((request, reply) => {
    sessionOf(request).context.onNotSimulated(`${request.method} ${request.url.split('?')[0]}`);
    return send(reply, 404, JSON.stringify({ error: 'There is no such endpoint.' }));
  });
  for (const each of endpoints) {
    const [method = 'GET', path = '/'] = each.http.split(' ');
    server.route({
      ...{ method, url: path.replace(/\{(\w+)\}/g, ':$1') },
      async handler(request, reply) {
        const { context, wake } = sessionOf(request);
        try {
          const { status, text } = await perform(context, each, request);
          if (method !== 'GET') wake();
          return send(reply, status, text);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          return send(reply, error.status, JSON.stringify({ error: error.message }));
        }
      },
    });
  }
}
