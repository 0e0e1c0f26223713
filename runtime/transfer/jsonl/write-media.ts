import { readState } from '../read-state.ts';
import type { TransferFile } from '../transfer-client.ts';
import type { RecordData } from './read-records.ts';
import type { WriteRecords } from './record-tools.ts';

/** The file itself, in base64; none where the export was made without files. */
function fileOf({ contentType, file }: RecordData): TransferFile | undefined {
  if (typeof file !== 'string' || typeof contentType !== 'string') return undefined;
  return { contentType, contents: Buffer.from(file, 'base64') };
}

/** Uploads files that are not there. A file never changes under its id, its text may. */
export const writeMedia: WriteRecords = async (records, tools) => {
  const { client } = tools;
  const contents = await readState(
    client,
    'media',
    records.map(({ data }) => String(data.id ?? '')),
  );
  for (const [index, record] of records.entries()) {
    const { id, filename, alt } = record.data;
    const content = contents[index];
    const file = fileOf(record.data);
    if (typeof id !== 'string') {
      tools.refuse(record, 'A media file needs an "id", by which products name it.', '/id');
    } else if (content) {
      const isOther = file !== undefined && file.contents.length !== content.bytes;
      if (isOther) {
        tools.refuse(record, `The store has another file under the id ${id}.`, '/id');
        continue;
      }
      await tools.attempt(record, async () => {
        if (alt === undefined || alt === content.alt) return 'unchanged';
        await client.execute('catalog.media.update', { mediaId: id, alt });
        return 'updated';
      });
    } else if (file) {
      await tools.attempt(record, async () => {
        const input = { id, filename, ...(alt === undefined ? {} : { alt }) };
        await client.execute('catalog.media.upload', input, file);
        return 'created';
      });
    } else {
      const reason = 'The file is not in this export, and the store has none under this id.';
      tools.refuse(record, reason, '/file');
    }
  }
};
