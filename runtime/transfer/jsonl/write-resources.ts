import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../plan/index.ts';
import { readState } from '../read-state.ts';
import type { RecordOutcome } from '../report.ts';
import { listAll, refusalOf, type TransferClient } from '../transfer-client.ts';
import type { RecordData, TransferRecord } from './read-records.ts';
import { isFoundAgain, neededKey, type RecordTools, type WriteRecords } from './record-tools.ts';

type Kind = 'location' | 'category' | 'collection' | 'price_list' | 'promotion';

/** How records of a kind are found where they have no id, created and changed. */
interface ResourceKind {
  readonly create: string;
  readonly update: string;
  /** By what a record without an id is found again. */
  readonly key: 'slug' | 'name';
  /** What `update` calls the id. */
  readonly parameter: string;
  find(client: TransferClient, data: RecordData): Promise<string | undefined>;
  /** Where some properties are changed by another operation. */
  readonly move?: { readonly operation: string; readonly properties: readonly string[] };
}

function bySlug(operation: string, parameter: string): ResourceKind['find'] {
  return async (client, { slug }) => {
    try {
      return ((await client.execute(operation, { [parameter]: slug })) as { id: string }).id;
    } catch (error) {
      // There is none, or the slug is none: that is said when it is created.
      if (refusalOf(error)) return undefined;
      throw error;
    }
  };
}

function byName(operation: string): ResourceKind['find'] {
  return async (client, { name }) => {
    for await (const found of listAll<{ id: string; name: string }>(client, operation)) {
      if (found.name === name) return found.id;
    }
    return undefined;
  };
}

/** By its code, of which there is one alone, else by its name. */
async function promotionOf(client: TransferClient, { code, name }: RecordData): Promise<string | undefined> {
  interface Known {
    readonly id: string;
    readonly name: string;
    readonly code: string | null;
  }
  const isSame = (known: Known) =>
    typeof code === 'string' ? known.code?.toUpperCase() === code.toUpperCase() : known.name === name;
  for await (const known of listAll<Known>(client, 'checkout.promotions.list')) {
    if (isSame(known)) return known.id;
  }
  return undefined;
}

const resourceKinds: Readonly<Record<Kind, ResourceKind>> = {
  location: {
    create: 'catalog.locations.create',
    update: 'catalog.locations.update',
    key: 'name',
    parameter: 'locationId',
    find: byName('catalog.locations.list'),
  },
  category: {
    create: 'catalog.categories.create',
    update: 'catalog.categories.update',
    key: 'slug',
    parameter: 'categoryId',
    find: bySlug('catalog.categories.get', 'category'),
    move: { operation: 'catalog.categories.move', properties: ['parentId', 'position'] },
  },
  collection: {
    create: 'catalog.collections.create',
    update: 'catalog.collections.update',
    key: 'slug',
    parameter: 'collectionId',
    find: bySlug('catalog.collections.get', 'collection'),
  },
  price_list: {
    create: 'catalog.priceLists.create',
    update: 'catalog.priceLists.update',
    key: 'name',
    parameter: 'priceListId',
    find: byName('catalog.priceLists.list'),
  },
  promotion: {
    create: 'checkout.promotions.create',
    update: 'checkout.promotions.update',
    key: 'name',
    parameter: 'promotionId',
    find: promotionOf,
  },
};

/** What of a record is not as the store has it. */
function differences(data: RecordData, content: JsonObject): Record<string, unknown> {
  const changed = Object.entries(data).filter(
    ([name, value]) => name !== 'id' && !isDeepStrictEqual(value, content[name]),
  );
  return Object.fromEntries(changed);
}

async function change(
  client: TransferClient,
  { update, parameter, move }: ResourceKind,
  id: string,
  data: RecordData,
  content: JsonObject,
): Promise<RecordOutcome> {
  const changes = Object.entries(differences(data, content));
  if (changes.length === 0) return 'unchanged';
  const isMove = ([name]: [string, unknown]) => move?.properties.includes(name) ?? false;
  const own = changes.filter((entry) => !isMove(entry));
  const moved = changes.filter(isMove);
  if (own.length > 0) await client.execute(update, { [parameter]: id, ...Object.fromEntries(own) });
  if (move && moved.length > 0) {
    const place = { parentId: content.parentId ?? null, ...Object.fromEntries(moved) };
    await client.execute(move.operation, { [parameter]: id, ...place });
  }
  return 'updated';
}

async function idOf(tools: RecordTools, kind: ResourceKind, { data }: TransferRecord) {
  return typeof data.id === 'string' ? data.id : kind.find(tools.client, data);
}

/** Creates what is not there, changes what is not as the record says, and leaves the rest alone. */
export function writeResources(name: Kind): WriteRecords {
  const kind = resourceKinds[name];
  return async (all, tools) => {
    const records = all.filter(({ data }) => isFoundAgain(data, ['id', kind.key]));
    for (const record of all) {
      if (!records.includes(record)) tools.refuse(record, neededKey(['id', kind.key]));
    }
    const ids = [];
    for (const record of records) ids.push(await idOf(tools, kind, record));
    const known = ids.filter((id) => id !== undefined);
    const contents = await readState(tools.client, name, known);
    const byId = new Map(known.map((id, index) => [id, contents[index]]));
    for (const [index, record] of records.entries()) {
      const id = ids[index];
      const content = id === undefined ? undefined : byId.get(id);
      await tools.attempt(record, async () => {
        if (id !== undefined && content) return change(tools.client, kind, id, record.data, content);
        await tools.client.execute(kind.create, record.data);
        return 'created';
      });
    }
  };
}
