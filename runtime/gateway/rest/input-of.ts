import type { FastifyRequest } from 'fastify';
import type { WireOperation } from '../../contract/operation.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { pointerSegment } from '../../validation/index.ts';
import type { CompiledOperation } from '../compiled-operation.ts';
import { isPlainObject, type Plain } from '../json-schema.ts';

function belongsElsewhere(name: string, stands: string, belongs: string): Problem {
  return problem(problems.invalidInput, {
    detail: `"${name}" stands in the ${stands}, but belongs in the ${belongs}.`,
    errors: [
      { pointer: `/${pointerSegment(name)}`, message: `belongs in the ${belongs}, not in the ${stands}.` },
    ],
  });
}

/** The flat input, from where the operation takes its parts; what stands elsewhere is refused, not overlooked. */
export function inputOf(
  operation: CompiledOperation<WireOperation>,
  request: FastifyRequest,
): Record<string, unknown> {
  const parameters = request.params as Record<string, string>; // fastify's route parameters are texts
  const query = request.query as Record<string, unknown>;
  const body = operation.operation.upload ? {} : bodyOf(request);
  const [given, others, place, other] = operation.takesQuery
    ? ([query, body, 'query string', 'JSON body'] as const)
    : ([body, query, 'JSON body', 'query string'] as const);
  const [stray] = Object.keys(others);
  if (stray !== undefined) throw belongsElsewhere(stray, other, place);
  const repeated = operation.pathParameters.find((name) => Object.hasOwn(given, name));
  if (repeated !== undefined) throw belongsElsewhere(repeated, place, 'path');
  return { ...(operation.takesQuery ? operation.coerce(query) : body), ...parameters };
}

function bodyOf({ body, headers }: FastifyRequest): Plain {
  if (body === undefined) return {};
  if (Buffer.isBuffer(body)) {
    throw problem(problems.unsupportedMediaType, {
      detail: `This operation takes JSON, not ${headers['content-type']}.`,
      hint: 'Send the header "content-type: application/json".',
    });
  }
  if (isPlainObject(body)) return body;
  throw problem(problems.malformedRequest, { detail: 'The body must be a JSON object.' });
}
