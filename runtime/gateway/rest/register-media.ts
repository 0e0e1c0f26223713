import type { FastifyInstance } from 'fastify';
import { problem } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import type { FileStore } from '../../files/port.ts';

interface MediaPath {
  readonly storeId: string;
  readonly mediaId: string;
  readonly filename: string;
}

const rangePattern = /^bytes=(\d*)-(\d*)$/;

/** First and last byte, or undefined where the header asks for nothing that can be given (RFC 9110, 14.2). */
function range(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = header === undefined ? null : rangePattern.exec(header);
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start <= end && start < size ? { start, end } : undefined;
}

/** Uploaded files. A file never changes under its path, so it may be kept for good. */
export function registerMedia(server: FastifyInstance, files: FileStore): void {
  server.get<{ Params: MediaPath }>('/media/:storeId/:mediaId/:filename', async (request, reply) => {
    const { storeId, mediaId, filename } = request.params;
    const file = await files.read(`${storeId}/${mediaId}/${filename}`);
    if (!file) throw problem(problems.notFound, { detail: `There is no file ${filename} of ${mediaId}.` });
    const { contents, contentType } = file;
    const tag = `"${mediaId}"`;
    reply
      .header('content-type', contentType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('accept-ranges', 'bytes')
      .header('etag', tag)
      .header('cross-origin-resource-policy', 'cross-origin')
      // An SVG opened by itself is a page: nothing in it may run or load.
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const part = range(request.headers.range, contents.length);
    if (!part) return reply.send(Buffer.from(contents));
    return reply
      .code(206)
      .header('content-range', `bytes ${part.start}-${part.end}/${contents.length}`)
      .send(Buffer.from(contents.subarray(part.start, part.end + 1)));
  });
}
