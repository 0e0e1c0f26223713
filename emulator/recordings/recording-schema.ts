import Type from 'typebox';

const texts = Type.Record(Type.String(), Type.String());

/** One call of a provider, as it is kept and compared. */
export const RecordedCall = Type.Object({
  provider: Type.Enum(['stripe', 'paypal']),
  method: Type.String(),
  path: Type.String({ description: 'Without its query.' }),
  query: texts,
  request: Type.Unknown({
    description: 'The body that was sent: a form as its fields, JSON as it is; null for none.',
  }),
  status: Type.Integer(),
  headers: texts,
  response: Type.Unknown({ description: 'The body that was answered; text where it is no JSON.' }),
});

export const Recording = Type.Object({
  format: Type.Literal('headlesspro-recording'),
  version: Type.Literal(1),
  startedAt: Type.String({
    format: 'date-time',
    description: 'By the clock of the store; times in answers are moved by what lies between.',
  }),
  calls: Type.Array(RecordedCall),
});

export const RecordingState = Type.Object({
  mode: Type.Enum(['off', 'recording', 'replaying']),
  calls: Type.Integer({ description: 'How many were recorded, or answered from the recording.' }),
  unused: Type.Integer({ description: 'How many calls of the recording nobody made yet.' }),
  unmatched: Type.Array(
    Type.String({ description: 'A call that is not in the recording, with the closest that is.' }),
  ),
});
