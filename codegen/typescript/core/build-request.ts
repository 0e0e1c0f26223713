import type { RequestDescription } from './options.ts';

/** A path whose parameters are encoded: path`/v1/products/${id}`. An empty one would name another route. */
export function path(texts: TemplateStringsArray, ...values: readonly string[]): string {
  return texts.reduce((whole, text, index) => {
    const value = values[index - 1];
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw new TypeError(
        `An id in ${texts.join('{id}')} is ${JSON.stringify(value)}; give one that is not empty.`,
      );
    }
    return whole + encodeURIComponent(value) + text;
  });
}

/** `?tag=a&tag=b`; what is undefined is left out. */
export function queryString(query: object | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) parameters.append(name, String(item));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The body to send and its content type. */
export function buildBody(
  request: RequestDescription,
): { body: NonNullable<RequestInit['body']>; contentType: string } | undefined {
  const { upload, body } = request;
  if (upload instanceof Blob) {
    return { body: upload, contentType: upload.type || 'application/octet-stream' };
  }
  if (upload) return { body: upload.contents, contentType: upload.contentType };
  return body && { body: JSON.stringify(body), contentType: 'application/json' };
}
