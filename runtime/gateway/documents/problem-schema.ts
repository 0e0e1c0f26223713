/** The body of every refusal, as JSON Schema. */
export const problemSchema = {
  title: 'Problem',
  type: 'object',
  description: 'RFC 9457. `code` is stable; `hint` says what to do; `errors` names every faulty place.',
  required: ['type', 'title', 'status', 'code', 'detail', 'hint', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    hint: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
};
