import type { TSchema } from 'typebox';

/** An event type the platform emits, in the past tense: `product.created`. */
export interface EventDefinition<Payload extends TSchema = TSchema> {
  readonly type: string;
  readonly summary: string;
  /** Schema of the event's `data`. */
  readonly data: Payload;
  /** Whether `data` tells of a person (a name, an address, an e-mail): it is encrypted at rest. */
  readonly isPersonal?: boolean;
}

export function defineEvent<Payload extends TSchema>(
  event: EventDefinition<Payload>,
): EventDefinition<Payload> {
  return event;
}
