/** What an entry of the journal can be about. */
export const entryKinds = [
  ...(['request', 'event', 'change', 'delivery_attempt'] as const),
  ...(['provider_call', 'mail', 'received'] as const),
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What was sent or answered: secrets are taken out, and what is long is cut. */
export interface Message {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null where there was none. */
  readonly body: MessageBody | null;
}

export interface MessageBody {
  readonly contentType: string | null;
  /** Empty where it is not text. */
  readonly text: string;
  /** As it was sent, before it was cut. */
  readonly bytes: number;
  readonly isCut: boolean;
}

export interface DocumentChange {
  readonly collection: string;
  readonly id: string;
  readonly action: 'created' | 'changed' | 'deleted';
  /** Null where it was deleted. */
  readonly version: number | null;
}

/** What is opened of an entry: which of it there is depends on the kind. */
export interface EntryDetail {
  readonly method?: string;
  /** With its query. */
  readonly path?: string;
  readonly url?: string;
  readonly requestId?: string;
  readonly request?: Message;
  readonly response?: Message | null;
  /** An event's data, bounded like a body. */
  readonly data?: MessageBody;
  readonly eventId?: string;
  readonly changes?: readonly DocumentChange[];
  /** How many changes are not listed. */
  readonly furtherChanges?: number;
  /** Why something failed, in words. */
  readonly error?: string | null;
  readonly deliveryId?: string;
  readonly attempt?: number;
}

/** What happened, as a line of a list. */
export interface JournalEntry {
  /** `entry_42`; rises with what happens. */
  readonly id: string;
  readonly storeId: string;
  /** Null for what belongs to no trace. */
  readonly traceId: string | null;
  readonly kind: EntryKind;
  /** Business time of the store, RFC 3339. */
  readonly at: string;
  readonly title: string;
  /** Operation, event type, or the endpoint that a provider calls by this name. */
  readonly type: string | null;
  /** Id of a webhook endpoint, name of a provider or of a catch-all URL. */
  readonly endpoint: string | null;
  /** HTTP status as text, or a state in words. */
  readonly status: string | null;
  readonly isFailure: boolean;
  /** Real time. */
  readonly durationMs: number | null;
  /** Id of what it is about: an order, a product. */
  readonly subject: string | null;
  readonly isPinned: boolean;
  readonly note: string | null;
}

export interface OpenedEntry extends JournalEntry {
  readonly detail: EntryDetail;
}

/** An entry as it is described by what saw it happen. */
export type EntryDescription = Omit<OpenedEntry, 'id' | 'kind' | 'at' | 'isPinned' | 'note'>;

export interface NewEntry {
  readonly kind: EntryKind;
  readonly at: string;
  /** Whether it may be left out where more happens than anybody could read: successful reads. */
  readonly isRoutine: boolean;
  /** Asked when the entry is written, and not while whoever caused it waits. */
  describe(): EntryDescription;
}

export function entryIdOf(number: number): string {
  return `entry_${number}`;
}

/** Undefined for what is no id of an entry. */
export function numberOfEntry(id: string): number | undefined {
  const [, digits] = /^entry_(\d{1,15})$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
