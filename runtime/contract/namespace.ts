/** A place in the tree of operations that is there before its first operation, so that code can count on it. */
export interface Namespace {
  /** The first part of its operations' ids: `social.facebook`. */
  readonly name: string;
  /** What its operations are about; a sentence without a full stop. */
  readonly summary: string;
}
