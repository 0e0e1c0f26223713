/**
 * How documents are laid out. It goes up when a version of HeadlessPro can no longer read those of the one before;
 * tables and indexes are not meant by it, they are made anew from the documents.
 */
export const documentVersion = 1;

/** What a snapshot says of itself. */
export interface SnapshotManifest {
  readonly name: string;
  /** Real time, RFC 3339. */
  readonly createdAt: string;
  /** The store or sandbox that it was taken of. */
  readonly takenOf: string;
  readonly documentVersion: number;
  /** How much there is of what people look for, counted to a million. */
  readonly counts: { readonly products: number; readonly orders: number; readonly customers: number };
  readonly channel: string;
  /** Which tables the file has. */
  readonly preparedBy: string;
  /** The text of the key that its personal data is sealed with: its own, which travels with it. */
  readonly encryptionKeys: string;
}

/** Letters, digits, dots and dashes: it is the name of a folder, too. */
export const snapshotName = '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$';
