import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { FileAnswer, JsonText } from '../../context/service.ts';
import type { Operation } from '../../contract/operation.ts';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { authorize } from '../authorize.ts';
import { handleOperation } from '../handle-operation.ts';
import type { OperationAnswer } from '../operation-call.ts';
import type { Platform } from '../platform.ts';
import type { Admit } from './admit.ts';
import { entityTag, expectedVersion, idempotencyKey, isKnown } from './headers.ts';
import type { Identity } from './identify.ts';
import { inputOf } from './input-of.ts';
import type { Trace } from './trace.ts';

const jsonType = 'application/json; charset=utf-8';

/** What a request answered by an operation says of itself, for the live log. */
declare module 'fastify' {
  interface FastifyRequest {
    identity?: Identity;
    trace: Trace;
  }
}

/** One route for each operation. Paths don't depend on a store's configuration, so routes never change. */
export function registerOperations(
  server: FastifyInstance,
  platform: Platform,
  admit: Admit,
  operations: Iterable<Operation>,
): void {
  for (const operation of operations) {
    const [method = 'GET', path = '/'] = operation.http.split(' ');
    server.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      ...(operation.maximumBodyBytes ? { bodyLimit: operation.maximumBodyBytes } : {}),
      ...(operation.upload ? { bodyLimit: operation.upload.maxBytes } : {}),
      config: { operationId: operation.id },
      handler: (request, reply) => serve(platform, admit, operation.id, request, reply),
    });
  }
}

async function serve(
  platform: Platform,
  admit: Admit,
  operationId: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { served, actor, traceId } = await admit(request, reply);
  const { compiled } = served;
  const operation = compiled.operation(operationId);
  authorize(operation.operation, actor);
  const carryOut = () =>
    handleOperation(platform, {
      served,
      compiled,
      operation,
      actor,
      traceId,
      requestId: request.id,
      input: inputOf(operation, request),
      file: operation.operation.upload ? fileOf(operation.operation, request) : undefined,
      expectedVersion: expectedVersion(request.headers),
      idempotencyKey: operation.isWrite ? idempotencyKey(request.headers) : undefined,
      acceptsJson: true,
    });
  const around = platform.aroundOperation;
  const answer = await (around
    ? around({ storeId: served.id, operationId, request, reply }, carryOut)
    : carryOut());
  const { download } = operation.operation;
  if (download) return sendFile(reply, answer, download.contentType);
  return send(request, reply, answer);
}

function fileOf(
  operation: Operation,
  request: FastifyRequest,
): { contentType: string; contents: Uint8Array } {
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const accepted = operation.upload?.contentTypes ?? [];
  if (!accepted.includes(contentType)) {
    throw problem(problems.unsupportedMediaType, {
      detail: `A file of type "${contentType}" is not accepted here. Accepted: ${accepted.join(', ')}.`,
    });
  }
  if (Buffer.isBuffer(request.body) && request.body.length > 0)
    return { contentType, contents: request.body };
  throw problem(problems.malformedRequest, { detail: 'The body must be the file itself; it is empty.' });
}

function versionOf(body: unknown): number | undefined {
  if (body instanceof JsonText) return body.version;
  const version = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined;
  return typeof version === 'number' ? version : undefined;
}

function send(request: FastifyRequest, reply: FastifyReply, answer: OperationAnswer): unknown {
  const { status, body, isReplay } = answer;
  if (isReplay) reply.header('idempotency-replayed', 'true');
  const version = versionOf(body);
  if (version !== undefined) {
    reply.header('etag', entityTag(version));
    if (request.method === 'GET' && isKnown(request.headers, version)) return reply.code(304).send();
  }
  reply.code(status);
  if (status === 204) return reply.send();
  reply.header('content-type', jsonType);
  return reply.send(body instanceof JsonText ? body.wire : JSON.stringify(withoutCursors(body)));
}

/** A file is shown where a browser can; `filename*` takes names that are not ASCII (RFC 6266). */
function sendFile(reply: FastifyReply, { body }: OperationAnswer, contentType: string): unknown {
  if (!(body instanceof FileAnswer)) throw new Error('An operation that declares a download answered none.');
  const name = encodeURIComponent(body.filename);
  reply
    .header('content-type', contentType)
    .header('content-disposition', `inline; filename*=UTF-8''${name}`)
    .header('cache-control', 'private, no-store');
  return reply.send(Buffer.from(body.contents));
}

/** A page's cursors are for GraphQL's edges; REST gives the next one alone. */
function withoutCursors(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('cursors' in body)) return body;
  const { cursors: _, ...page } = body;
  return page;
}
