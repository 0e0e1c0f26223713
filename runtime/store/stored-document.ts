import type { NewDocument, StoredDocument } from './port.ts';

/** A document as it is first stored. The four fields every document has come first in its JSON. */
export function newDocument<Doc extends StoredDocument>(document: NewDocument<Doc>, now: Date): Doc {
  const time = now.toISOString();
  return stored(document, document.id, 1, time, time);
}

/** The next version of a document; `changed` is what a change made of it. */
export function nextDocument<Doc extends StoredDocument>(
  current: Doc,
  changed: NewDocument<Doc>,
  now: Date,
): Doc {
  if (changed.id !== current.id) {
    throw new TypeError(`An update may not change the id of ${current.id} to ${changed.id}.`);
  }
  return stored(changed, current.id, current.version + 1, current.createdAt, now.toISOString());
}

function stored<Doc extends StoredDocument>(
  document: NewDocument<Doc>,
  id: string,
  version: number,
  createdAt: string,
  updatedAt: string,
): Doc {
  // What is handed in may carry old values of these: they must neither win nor take a later place.
  const {
    id: _id,
    version: _version,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...fields
  } = document as Doc;
  // The fields are Doc's own without the four, which are put back: the compiler can't add that up for a generic.
  return { id, version, createdAt, updatedAt, ...fields } as unknown as Doc;
}
