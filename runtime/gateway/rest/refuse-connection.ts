import { maxHeaderSize, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { problemBody } from '../problem-body.ts';

function problemOf(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return problem(problems.requestTooLarge, {
        detail: `The headers are larger than ${maxHeaderSize.toLocaleString('en')} bytes.`,
        hint: 'Send less in headers and in the address; inputs of any size go in the body.',
        details: { limit: maxHeaderSize },
      });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problem(problems.malformedRequest, {
        detail: 'The request did not arrive whole in time.',
        hint: 'Send it again; where that happens often, look at the connection.',
      });
    default:
      return problem(problems.malformedRequest, {
        detail: 'This is not an HTTP request that can be read.',
        hint: 'Speak HTTP/1.1, without TLS where the address begins with http://.',
      });
  }
}

/** What is no request, and so reaches neither route nor hook, is answered as a problem like everything else. */
export function refuseConnection(
  error: Error & { readonly code?: string },
  socket: Socket,
  id: string,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refused = problemOf(error.code);
  const body = JSON.stringify(problemBody(refused, id));
  const { status } = refused.definition;
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${id}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
