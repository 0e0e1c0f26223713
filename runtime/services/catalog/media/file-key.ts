import type { Context } from '../../../context/context.ts';
import type { Media } from './collections.ts';

/** Where a file lies in the file store, and below `/media` where it is served. */
export function fileKey(
  { storeId }: Pick<Context, 'storeId'>,
  { id, filename }: Pick<Media, 'id' | 'filename'>,
): string {
  return `${storeId}/${id}/${filename}`;
}
