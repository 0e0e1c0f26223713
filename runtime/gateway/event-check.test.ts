import Type from 'typebox';
import { expect, test } from 'vitest';
import { object } from '../contract/schema/primitives.ts';
import { eventErrors } from './event-check.ts';

const definition = {
  ...{ type: 'thing.made', summary: 'A thing was made.' },
  data: object('Thing', { id: Type.String(), size: Type.Optional(Type.Integer()) }),
};

test('data that is what the contract says has no errors, as it is sent: without what is undefined', () => {
  expect(eventErrors(definition, { id: 'a', size: undefined })).toEqual([]);
});

test('each fault is named with its place', () => {
  const pointers = eventErrors(definition, { id: 1, extra: true }).map(({ pointer }) => pointer);
  expect(pointers.sort()).toEqual(['/extra', '/id']);
});
