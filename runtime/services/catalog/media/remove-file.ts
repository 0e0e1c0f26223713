import type { Context } from '../../../context/context.ts';
import type { SequencedEvent } from '../../../store/port.ts';
import { media } from './collections.ts';
import { fileKey } from './file-key.ts';

/** Takes the file of a deleted document away once that is committed: a deletion rolled back loses nothing. */
export async function removeFile(context: Context, event: SequencedEvent): Promise<void> {
  const { id, filename } = event.data as { readonly id: string; readonly filename: string }; // media.deleted
  const uploadedAgain = await context.store.get(media, id);
  if (uploadedAgain?.filename === filename) return;
  await context.files.delete(fileKey(context, { id, filename }));
}
