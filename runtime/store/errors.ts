/** What a store can refuse. The gateway turns these into problems where a handler doesn't. */
export class DocumentNotFound extends Error {
  readonly collection: string;
  readonly id: string;

  constructor(collection: string, id: string) {
    super(`${collection} holds no document ${id}.`);
    this.name = 'DocumentNotFound';
    this.collection = collection;
    this.id = id;
  }
}

export class VersionMismatch extends Error {
  readonly collection: string;
  readonly id: string;
  readonly expected: number;
  readonly actual: number;

  constructor(collection: string, id: string, expected: number, actual: number) {
    super(`${collection} ${id} is at version ${actual}, not ${expected}.`);
    this.name = 'VersionMismatch';
    this.collection = collection;
    this.id = id;
    this.expected = expected;
    this.actual = actual;
  }
}

export class UniqueViolation extends Error {
  readonly collection: string;
  /** The index's name, or `id`. */
  readonly index: string;
  readonly key: readonly (string | number)[];
  /** Id of the document that has the row. */
  readonly holder: string;

  constructor(collection: string, index: string, key: readonly (string | number)[], holder: string) {
    super(`${collection}.${index} already has ${key.join(', ')} (document ${holder}).`);
    this.name = 'UniqueViolation';
    this.collection = collection;
    this.index = index;
    this.key = key;
    this.holder = holder;
  }
}

/** A query that no declared index can answer. A fault of the caller's code, never of a user's input. */
export class UnindexedQuery extends Error {
  constructor(collection: string, message: string) {
    super(`${collection}: ${message}`);
    this.name = 'UnindexedQuery';
  }
}

/** The database was written by a newer version of this program. */
export class NewerDatabase extends Error {
  constructor(location: string, found: number, supported: number) {
    super(
      `${location} has schema version ${found}; this version of headlesspro reads up to ${supported}. ` +
        'Update headlesspro, or move the file away to start with an empty store.',
    );
    this.name = 'NewerDatabase';
  }
}

/** The database file is damaged, or is something else. It is left as it is. */
export class CorruptDatabase extends Error {
  constructor(location: string, cause: unknown) {
    super(
      `${location} is not a readable database (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'It was left untouched. Restore a copy, or run `hp reset` to set it aside and start from the seed.',
      { cause },
    );
    this.name = 'CorruptDatabase';
  }
}

/** The database can't be reached or written: a directory, no permission, a server that doesn't answer. */
export class DatabaseUnavailable extends Error {
  /** Where it was looked for; never holds a password. */
  readonly location: string;

  constructor(location: string, reason: string, hint: string, cause?: unknown) {
    super(`${location} can not be used: ${reason}. ${hint}`, cause === undefined ? {} : { cause });
    this.name = 'DatabaseUnavailable';
    this.location = location;
  }
}

/** Another transaction held the store for too long. The same call may succeed later. */
export class StoreBusy extends Error {
  constructor(waited: string) {
    super(
      `The store was busy for ${waited}: another transaction did not end. Retry; if it stays so, look for a ` +
        'transaction that is opened inside another, which waits for itself.',
    );
    this.name = 'StoreBusy';
  }
}

/** A position that is not one of this index under these conditions, usually from a cursor of another list. */
export class InvalidPosition extends Error {
  constructor(collection: string, index: string, reason: string) {
    super(`The position does not belong to ${collection}.${index}: ${reason}.`);
    this.name = 'InvalidPosition';
  }
}

/** A delivery whose lease ran out was claimed by another; this claimer's transaction must not be committed. */
export class DeliveryLost extends Error {
  constructor(deliveryId: string) {
    super(`Delivery ${deliveryId} is done or has been claimed again since.`);
    this.name = 'DeliveryLost';
  }
}
