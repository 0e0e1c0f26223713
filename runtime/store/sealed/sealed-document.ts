import type { Collection, NewDocument, OutboxEvent, SequencedEvent, StoredDocument } from '../port.ts';
import { placeOf, sealText } from './envelope.ts';
import { type KeySet, openWith } from './key-set.ts';

/**
 * A sealed document keeps its other fields as they are, so that it is indexed and listed like any, and one envelope
 * in place of all its sealed fields: nobody sees which of them are filled, and none can be put in another's place.
 */
const envelopeField = '$sealed';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a collection's documents that are sealed; by name of the collection. */
export type SealedFields = ReadonlyMap<string, readonly string[]>;

export function sealedFieldsOf(collections: readonly Collection[]): SealedFields {
  const common = ['id', 'version', 'createdAt', 'updatedAt'];
  const sealed = collections.filter((collection) => (collection.sealed?.length ?? 0) > 0);
  for (const { name, sealed: fields = [] } of sealed) {
    const wrong = fields.find((field) => common.includes(field));
    if (wrong) throw new TypeError(`${name}.${wrong} is a field of every document and can not be sealed.`);
  }
  return new Map(sealed.map(({ name, sealed: fields = [] }) => [name, fields]));
}

/** Seals and opens what belongs to one store. */
export interface Seal {
  readonly storeId: string;
  readonly keys: KeySet;
}

const envelopeOnly = [envelopeField];

/** An object in two, by the names of fields. Written out, because every document that is read or written comes by. */
function divided(whole: object, names: readonly string[]) {
  const kept: Record<string, unknown> = {};
  const taken: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(whole)) {
    if (names.includes(name)) taken[name] = value;
    else kept[name] = value;
  }
  return { kept, taken };
}

export function sealDocument<Doc extends StoredDocument>(
  { storeId, keys }: Seal,
  collection: string,
  fields: readonly string[],
  document: NewDocument<Doc>,
): NewDocument<Doc> {
  const { kept: open, taken: hidden } = divided(document, fields);
  // A document that has none of them yet has nothing to hide, and costs no envelope.
  if (Object.values(hidden).every((value) => value === undefined)) return document;
  open[envelopeField] = sealed(keys, placeOf(storeId, collection, document.id), JSON.stringify(hidden));
  // What the engine stores is no Doc, and it asks for nothing but the fields that every document has.
  return open as unknown as NewDocument<Doc>;
}

/** What is written is read soon, and mostly more than once. */
function sealed(keys: KeySet, place: string, text: string): string {
  const envelope = sealText(keys.newest, place, text);
  contentsOf(keys, place, envelope, () => text);
  return envelope;
}

function opened(keys: KeySet, place: string, envelope: string): unknown {
  return contentsOf(keys, place, envelope, () => openWith(keys, place, envelope));
}

/** Remembered beside the place, because an envelope put in another place must not open there. */
function contentsOf({ opened: known }: KeySet, place: string, envelope: string, open: () => string): unknown {
  return known.remember(`${place} ${envelope}`, () => JSON.parse(open()));
}

/** A document that was written before its collection had sealed fields lies open, and is read as it is. */
export function openDocument<Doc extends StoredDocument>(
  { storeId, keys }: Seal,
  collection: string,
  stored: Doc,
): Doc {
  const { [envelopeField]: envelope } = stored as Doc & Fields;
  if (typeof envelope !== 'string') return stored;
  const place = placeOf(storeId, collection, stored.id);
  const hidden = opened(keys, place, envelope) as Fields; // sealed above, of a Doc
  return Object.assign(divided(stored, envelopeOnly).kept, hidden) as unknown as Doc; // what `sealDocument` divided
}

/** What was stored, with the sealed fields as they were handed in. */
export function unsealed<Doc extends StoredDocument>(
  stored: Doc,
  fields: readonly string[],
  given: NewDocument<Doc>,
): Doc {
  const { taken } = divided(given, fields);
  // The same fields as `given` and those of every document.
  return Object.assign(divided(stored, envelopeOnly).kept, taken) as unknown as Doc;
}

export function sealEvent({ storeId, keys }: Seal, event: OutboxEvent): OutboxEvent {
  if (event.isPersonal !== true) return event;
  const { isPersonal: _, data, ...rest } = event;
  const place = placeOf(storeId, 'events', event.id);
  return { ...rest, data: { [envelopeField]: sealed(keys, place, JSON.stringify(data ?? null)) } };
}

export function isSealedEvent({ data }: OutboxEvent): boolean {
  return envelopeOf(data) !== undefined;
}

export function openEvent({ keys }: Pick<Seal, 'keys'>, event: SequencedEvent): SequencedEvent {
  const envelope = envelopeOf(event.data);
  if (envelope === undefined) return event;
  const place = placeOf(event.storeId, 'events', event.id);
  return { ...event, data: opened(keys, place, envelope) };
}

function envelopeOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !(envelopeField in data)) return undefined;
  const envelope = data[envelopeField];
  return typeof envelope === 'string' ? envelope : undefined;
}
