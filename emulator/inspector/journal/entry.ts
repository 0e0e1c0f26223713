import type { Static } from 'typebox';
import type { Body, Change, Detail, Entry, entryKinds, OpenedEntry as Opened } from './entry-schema.ts';

export type EntryKind = (typeof entryKinds)[number];
export type MessageBody = Static<typeof Body>;
export type DocumentChange = Static<typeof Change>;
export type EntryDetail = Static<typeof Detail>;
/** What happened, as a line of a list. */
export type JournalEntry = Static<typeof Entry>;
export type OpenedEntry = Static<typeof Opened>;

/** An entry as it is described by what saw it happen. */
export type EntryDescription = Omit<OpenedEntry, 'id' | 'kind' | 'at' | 'isPinned' | 'note' | 'fault'> &
  Partial<Pick<OpenedEntry, 'fault'>>;

export interface NewEntry {
  readonly kind: EntryKind;
  readonly at: string;
  /** Asked when the entry is written, and not while whoever caused it waits. */
  describe(): EntryDescription;
}

/** `entry_42` */
export function entryIdOf(number: number): string {
  return `entry_${number}`;
}

/** Undefined for what is no id of an entry. */
export function numberOfEntry(id: string): number | undefined {
  const [, digits] = /^entry_(\d{1,15})$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
