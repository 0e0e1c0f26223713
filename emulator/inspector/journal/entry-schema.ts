import Type from 'typebox';

/** What an entry of the journal can be about. */
export const entryKinds = [
  ...(['request', 'event', 'change', 'delivery_attempt'] as const),
  ...(['provider_call', 'mail', 'received'] as const),
] as const;

export function orNull<Schema extends Type.TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

const Kind = Type.Enum([...entryKinds]);

const entryFields = {
  id: Type.String(),
  storeId: Type.String(),
  traceId: orNull(Type.String()),
  kind: Kind,
  at: Type.String({ description: 'Business time of the store.' }),
  title: Type.String(),
  type: orNull(Type.String({ description: 'Operation, event type, or the route of a provider.' })),
  endpoint: orNull(
    Type.String({ description: 'Webhook endpoint, provider, or the name of a catch-all URL.' }),
  ),
  status: orNull(Type.String({ description: 'HTTP status, or a state in words.' })),
  isFailure: Type.Boolean(),
  durationMs: orNull(Type.Number({ description: 'Real time.' })),
  subject: orNull(Type.String({ description: 'Id of what it is about.' })),
  isPinned: Type.Boolean({ description: 'Kept when older entries are removed.' }),
  note: orNull(Type.String()),
  fault: orNull(Type.String({ description: 'What a fault did to it: `fault_1: closed the connection, …`.' })),
};

export const Entry = Type.Object(entryFields);

/** What was sent: secrets are taken out, and what is long is cut. */
export const Body = Type.Object({
  contentType: orNull(Type.String()),
  text: Type.String({ description: 'Without secrets and card numbers; empty where it is not text.' }),
  bytes: Type.Integer({ description: 'As it was sent.' }),
  isCut: Type.Boolean(),
});

export const Message = Type.Object({
  headers: Type.Record(Type.String(), Type.String()),
  body: orNull(Body),
});

export const Change = Type.Object({
  collection: Type.String(),
  id: Type.String(),
  action: Type.Enum(['created', 'changed', 'deleted']),
  version: orNull(Type.Integer({ description: 'Null where it was deleted.' })),
});

/** What is opened of an entry: which of it there is depends on the kind. */
export const Detail = Type.Object({
  method: Type.Optional(Type.String()),
  path: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  requestId: Type.Optional(Type.String()),
  request: Type.Optional(Message),
  response: Type.Optional(orNull(Message)),
  data: Type.Optional(Body),
  eventId: Type.Optional(Type.String()),
  changes: Type.Optional(Type.Array(Change)),
  furtherChanges: Type.Optional(Type.Integer()),
  error: Type.Optional(orNull(Type.String())),
  deliveryId: Type.Optional(Type.String()),
  attempt: Type.Optional(Type.Integer()),
});

export const OpenedEntry = Type.Object({ ...entryFields, detail: Detail });
