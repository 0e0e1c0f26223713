import { isDeepStrictEqual } from 'node:util';
import { readState } from '../read-state.ts';
import type { RecordTools, WriteRecords } from './record-tools.ts';

/** Members of the collection that was worked on last: a large one comes in many records. */
interface Members {
  readonly collectionId: string;
  readonly productIds: string[];
}

async function membersOf(tools: RecordTools, collectionId: string): Promise<Members> {
  const [content] = await readState(tools.client, 'collection', [collectionId]);
  const productIds = Array.isArray(content?.productIds) ? content.productIds.map(String) : [];
  return { collectionId, productIds };
}

function isThere(members: Members, wanted: readonly string[], position: number | undefined): boolean {
  if (position === undefined) return wanted.every((id) => members.productIds.includes(id));
  return isDeepStrictEqual(members.productIds.slice(position, position + wanted.length), wanted);
}

/** Puts products into manual collections, at their place; nobody is taken out. */
export function writeCollectionProducts(): WriteRecords {
  let members: Members | undefined;
  return async (records, tools) => {
    for (const record of records) {
      const { collectionId, productIds, position } = record.data;
      const wanted = Array.isArray(productIds) ? productIds.map(String) : [];
      const at = typeof position === 'number' ? position : undefined;
      await tools.attempt(record, async () => {
        const id = String(collectionId);
        if (members?.collectionId !== id) members = await membersOf(tools, id);
        if (wanted.length > 0 && isThere(members, wanted, at)) return 'unchanged';
        const wasEmpty = members.productIds.length === 0;
        const before = members.productIds.filter((member) => !wanted.includes(member));
        members = undefined;
        await tools.client.execute('catalog.collections.addProducts', record.data);
        before.splice(at ?? before.length, 0, ...wanted);
        members = { collectionId: id, productIds: before };
        return wasEmpty ? 'created' : 'updated';
      });
    }
  };
}
