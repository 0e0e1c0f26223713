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
  const common = { id, version, createdAt, updatedAt };
  // Twice: what is handed in may carry old values of these, which must neither win nor take a later place.
  return Object.assign({ ...common }, document, common) as unknown as Doc; // the fields of Doc, which is generic
}
