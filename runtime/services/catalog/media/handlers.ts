import { imageSize } from 'image-size';
import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CatalogOperations } from '../../../contract/catalog/index.ts';
import { catalogProblems } from '../../../contract/catalog/problems.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { carryAlt } from '../products/carry-alt.ts';
import { products } from '../products/collections.ts';
import { orTaken } from '../slug-of-document.ts';
import { type Media, media } from './collections.ts';
import { fileKey } from './file-key.ts';
import { isWellFormed } from './is-well-formed.ts';

type MediaOperation = Extract<keyof CatalogOperations, `catalog.media.${string}`>;

/** How image-size names the types, beside the names of the contract. */
const imageTypes: Readonly<Record<string, Media['contentType']>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

interface UploadedFile {
  readonly contentType: string;
  readonly contents: Uint8Array;
}

function measured(
  contents: Uint8Array,
): { type: string; width: number | null; height: number | null } | undefined {
  try {
    const { type = '', width, height } = imageSize(contents);
    return { type: type === 'heif' ? 'avif' : type, width: width ?? null, height: height ?? null };
  } catch {
    return undefined; // no picture of a kind that is known; refused below where it claims to be one
  }
}

/** What the bytes are, whatever the header says. */
function inspect({ contentType, contents }: UploadedFile): Pick<Media, 'width' | 'height'> {
  const nothing = { width: null, height: null };
  if (contentType === 'application/pdf') {
    if (Buffer.from(contents.subarray(0, 5)).toString('latin1') === '%PDF-') return nothing;
  } else if (contentType === 'video/mp4') {
    if (Buffer.from(contents.subarray(4, 8)).toString('latin1') === 'ftyp') return nothing;
  } else if (contentType === 'model/gltf-binary') {
    if (Buffer.from(contents.subarray(0, 4)).toString('latin1') === 'glTF') return nothing;
  } else {
    const found = measured(contents);
    const isWhole = contentType !== 'image/svg+xml' || isWellFormed(new TextDecoder().decode(contents));
    if (found && isWhole && imageTypes[found.type] === contentType) {
      const whole = (pixels: number | null) => (pixels === null ? null : Math.round(pixels));
      return { width: whole(found.width), height: whole(found.height) };
    }
  }
  throw problem(problems.unsupportedMediaType, {
    detail: `The file is not what its content type, ${contentType}, says.`,
    hint: 'Send the content type of the file itself.',
  });
}

async function requireMedia(context: Context, id: string): Promise<Media> {
  const found = await context.store.get(media, id, { lock: true });
  if (!found) throw problem(problems.notFound, { detail: `There is no media file ${id}.` });
  return found;
}

export const mediaHandlers: Pick<HandlersOf<CatalogOperations>, MediaOperation> = {
  async 'catalog.media.list'(context, input) {
    const range = { index: 'byCreated', where: { all: 1 }, direction: 'descending' } as const;
    return listPage(context, 'catalog.media.list', media, range, input);
  },

  async 'catalog.media.get'(context, { mediaId }) {
    return requireMedia(context, mediaId);
  },

  async 'catalog.media.upload'(context, input) {
    // The gateway adds the body to the input of an upload.
    const { file } = input as typeof input & { readonly file: UploadedFile };
    const id = input.id ?? context.ids.next('media');
    const { filename, alt = '' } = input;
    const size = inspect(file);
    const key = fileKey(context, { id, filename });
    const document = await orTaken(
      context.store.insert(media, {
        ...{ id, filename, alt, ...size },
        // Checked by the gateway against the contract's list.
        contentType: file.contentType as Media['contentType'],
        bytes: file.contents.length,
        url: `/media/${key.split('/').map(encodeURIComponent).join('/')}`,
      }),
      'media file',
    );
    await context.files.write(key, file.contents, file.contentType);
    await context.emit('media.created', id, document);
    return document;
  },

  async 'catalog.media.update'(context, { mediaId, alt }) {
    const current = await requireMedia(context, mediaId);
    const { expectedVersion } = context;
    const next = { alt: alt ?? current.alt };
    const updated = await context.store.update(media, mediaId, (file) => ({ ...file, ...next }), {
      expectedVersion,
    });
    await context.emit('media.updated', mediaId, updated);
    await carryAlt(context, mediaId, current.alt, updated.alt);
    return updated;
  },

  async 'catalog.media.delete'(context, { mediaId }) {
    const file = await requireMedia(context, mediaId);
    const { items } = await context.store.query(products, {
      index: 'byMedia',
      where: { mediaId },
      pageSize: 10,
    });
    if (items.length > 0) {
      const productIds = items.map((item) => item.document.id);
      throw problem(catalogProblems.mediaInUse, {
        detail: `${file.filename} is shown by ${productIds.join(', ')}.`,
        details: { productIds },
      });
    }
    await context.store.delete(media, mediaId, { expectedVersion: context.expectedVersion });
    await context.emit('media.deleted', mediaId, { id: mediaId, filename: file.filename });
    return null;
  },
};
