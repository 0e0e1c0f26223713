import Type from 'typebox';
import { object } from '../../runtime/contract/schema/primitives.ts';
import { contractOf } from './given-contract.ts';

const Reply = object('Reply', { id: Type.String(), answer: Type.String() });

const words = [
  'answer',
  'body',
  'client',
  'ctx',
  'err',
  'input',
  'path',
  'query',
  'request',
  'result',
  'store',
];

/** Inputs that are named like what a method has inside. */
export default contractOf({
  'faq.replies.create': {
    summary: 'Answer a question',
    http: 'POST /v1/questions/{segment}/replies',
    scopes: ['catalog:write'],
    input: Type.Object({
      segment: Type.String(),
      ...Object.fromEntries(words.map((word) => [word, Type.Optional(Type.String())])),
      answer: Type.String(),
    }),
    output: Reply,
    errors: [],
    effect: 'write',
  },
});
