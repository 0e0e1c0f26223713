import type { TransferFile } from './transfer-client.ts';

/** What the platform takes. */
const maximumBytes = 20 * 1024 * 1024;
const timeoutMilliseconds = 30_000;
const maximumRedirects = 5;

export class PictureFailed extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'PictureFailed';
  }
}

function checked(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new PictureFailed(`"${text}" is no address.`);
  const url = new URL(text, base);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw new PictureFailed(`Only http and https are fetched, not ${url.protocol}`);
}

async function readBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw new PictureFailed('The picture is larger than 20 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Fetches a picture from its address: http and https alone, redirects too, with a limit of size and time. Nothing
 * but the bytes goes any further, and the platform takes them only where they are the picture that they claim to be.
 *
 * @throws {PictureFailed}
 */
export async function fetchPicture(address: string, signal?: AbortSignal): Promise<TransferFile> {
  const limit = AbortSignal.timeout(timeoutMilliseconds);
  const either = signal ? AbortSignal.any([signal, limit]) : limit;
  let url = checked(address);
  try {
    for (let redirects = 0; redirects <= maximumRedirects; redirects += 1) {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: either,
        headers: { accept: 'image/*' },
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        url = checked(location, url);
        continue;
      }
      if (!response.ok) throw new PictureFailed(`The server answered with status ${response.status}.`);
      const contentType = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
      if (!contentType.startsWith('image/')) {
        throw new PictureFailed(`It is no picture: its content type is ${contentType || 'not given'}.`);
      }
      return { contentType, contents: await readBody(response) };
    }
  } catch (error) {
    if (error instanceof PictureFailed) throw error;
    if (limit.aborted) throw new PictureFailed('It did not come within 30 seconds.');
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new PictureFailed(
      `It could not be fetched: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
  throw new PictureFailed(`It is redirected more than ${maximumRedirects} times.`);
}
