import { createHash } from 'node:crypto';
import { fetchPicture, PictureFailed } from '../fetch-picture.ts';
import { readState } from '../read-state.ts';
import type { ReportBuilder } from '../report.ts';
import { refusalOf, type TransferClient } from '../transfer-client.ts';
import type { Picture, ReadProduct } from './to-product.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same address gives the same id, so that a picture is fetched once, in whatever run. */
function idOfUrl(url: string): string {
  const digest = createHash('sha256').update(url).digest();
  return `media_${Array.from(digest.subarray(0, 26), (byte) => alphabet[byte % 32]).join('')}`;
}

/** Addresses that an export wrote name the file itself: `/media/<store>/media_01J…/shirt.jpg`. */
export function mediaIdOf(url: string): string {
  return /\/media\/[^/]+\/(media_[0-9A-HJKMNP-TV-Z]{26})\//.exec(url)?.[1] ?? idOfUrl(url);
}

const extensions: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

/** A name that the platform takes, with the extension of what it is. */
function filenameOf(url: string, contentType: string): string {
  const last = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
  const stem =
    last
      .replace(/\.[a-z0-9]+$/i, '')
      .replace(/[/\\]/g, '-')
      .slice(0, 200) || 'picture';
  return `${stem}.${extensions[contentType] ?? contentType.slice('image/'.length)}`;
}

export interface PictureOptions {
  readonly client: TransferClient;
  readonly report: ReportBuilder;
  readonly download: boolean;
  readonly signal: AbortSignal | undefined;
}

/** What the platform is told of a product's pictures; nothing where they stay as they are. */
export interface PictureInput {
  readonly media?: readonly { readonly mediaId: string; readonly alt: string }[];
  /** For each variant. */
  readonly variantMedia?: readonly (readonly string[])[];
}

const atOnce = 6;

/** Pictures of products on their way in: those that the store has, and those that are fetched now. */
export class Pictures {
  readonly #options: PictureOptions;
  /** A store without media files need not be asked for each. */
  #isEmpty: boolean | undefined;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  /** What each product is told. Pictures that fail are reported; the others go in. */
  async resolve(products: readonly ReadProduct[]): Promise<readonly PictureInput[]> {
    const wanted = new Map<string, { picture: Picture; product: ReadProduct }>();
    for (const product of products) {
      for (const picture of product.pictures) {
        const id = mediaIdOf(picture.url);
        if (!wanted.has(id)) wanted.set(id, { picture, product });
      }
    }
    const known = await this.#known([...wanted.keys()]);
    const { download, report } = this.#options;
    if (download) {
      const missing = [...wanted].filter(([id]) => !known.has(id));
      const workers = Array.from({ length: atOnce }, async () => {
        for (let next = missing.shift(); next; next = missing.shift()) {
          const [id, { picture, product }] = next;
          if (await this.#fetch(id, picture, product.handle)) known.add(id);
        }
      });
      await Promise.all(workers);
    }
    return products.map((product) => {
      const unknown = product.pictures.filter(({ url }) => !known.has(mediaIdOf(url)));
      if (product.pictures.length === 0) return {};
      if (!download && unknown.length > 0) {
        const text = 'Pictures were left where they are; fetch them with --images download.';
        for (const { line } of unknown) report.note(text, line);
        return {};
      }
      return inputOf(product, known);
    });
  }

  async #known(ids: readonly string[]): Promise<Set<string>> {
    const { client } = this.#options;
    if (ids.length === 0) return new Set();
    if (this.#isEmpty === undefined) {
      const page = await client.execute('catalog.media.list', { pageSize: 1 });
      this.#isEmpty = (page as { data: unknown[] }).data.length === 0; // as the contract has it
    }
    if (this.#isEmpty) return new Set();
    const contents = await readState(client, 'media', ids);
    return new Set(ids.filter((_, index) => contents[index]));
  }

  async #fetch(id: string, { url, alt, line }: Picture, handle: string): Promise<boolean> {
    const { client, report, signal } = this.#options;
    if (signal?.aborted) return false;
    try {
      const file = await fetchPicture(url, signal);
      const input = { id, filename: filenameOf(url, file.contentType), alt };
      await client.execute('catalog.media.upload', input, file);
      this.#isEmpty = false;
      report.count('media', 'created');
      return true;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal && !(error instanceof PictureFailed)) throw error;
      if (signal?.aborted) return false;
      const reason = `${url}: ${refusal?.message ?? (error as Error).message}`;
      report.refuse({ line, kind: 'media', subject: handle, field: null, reason });
      return false;
    }
  }
}

function inputOf({ pictures, variantRows }: ReadProduct, known: ReadonlySet<string>): PictureInput {
  const media = pictures
    .map(({ url, alt }) => ({ mediaId: mediaIdOf(url), alt }))
    .filter(({ mediaId }) => known.has(mediaId));
  const variantMedia = variantRows.map(({ pictureUrl }) => {
    const id = pictureUrl === undefined ? undefined : mediaIdOf(pictureUrl);
    return id !== undefined && known.has(id) ? [id] : [];
  });
  return { media, variantMedia };
}
