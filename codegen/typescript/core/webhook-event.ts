import type { Timestamp } from './times.ts';

/** What every event has. */
export interface EventFields {
  id: string;
  /** Id of what it happened to. */
  subject: string;
  /** When it happened. RFC 3339, UTC; business time, which the emulator can move. */
  timestamp: Timestamp;
}

/** An event of a newer platform than this SDK. */
export interface UnknownEvent extends EventFields {
  type: 'unknown';
  /** The type that it came with. */
  originalType: string;
  data: unknown;
}

/** Types this SDK does not know become `unknown`, so that they can be told apart by the compiler too. */
export function toKnownEvent<Event extends EventFields>(
  body: unknown,
  known: ReadonlySet<string>,
): Event | UnknownEvent {
  const event = body as Event & { type: string };
  return known.has(event.type)
    ? event
    : { ...(body as UnknownEvent), type: 'unknown', originalType: event.type };
}
