import { expect, test } from 'vitest';
import { errorsByField, fieldsOf, readForm, textsOf } from './form.ts';
import type { ApiDocument, Schema } from './open-api.ts';

const document: ApiDocument = { paths: {}, components: { schemas: {} } };
const body: Schema = {
  properties: {
    note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    title: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
  },
  required: ['title'],
};
const fields = fieldsOf(document, body);
const record = { title: 'Shirt', note: 'soft', tags: ['new'] };
const before = textsOf(document, fields, record);

test('what is needed stands first', () => {
  expect(fields.map(({ name }) => name)).toEqual(['title', 'note', 'tags']);
});

test('only what was changed is sent, and what was emptied is null', () => {
  expect(readForm(fields, { ...before, note: '', title: 'Shirts' }, before)).toEqual({
    values: { title: 'Shirts', note: null },
    errors: {},
  });
  expect(readForm(fields, before, before)).toEqual({ values: {}, errors: {} });
});

test('of a new record only what is filled in is sent, and what is needed is asked for', () => {
  expect(readForm(fields, { title: 'Shirt' })).toEqual({ values: { title: 'Shirt' }, errors: {} });
  expect(readForm(fields, { note: 'soft' }).errors).toEqual({ title: 'Needed.' });
});

test('what can not be nothing is not emptied silently', () => {
  expect(Object.keys(readForm(fields, { ...before, tags: '' }, before).errors)).toEqual(['tags']);
});

test('what the API finds is told at the field, with the place inside of it', () => {
  expect(
    errorsByField([
      { pointer: '/title', message: 'must not be empty.' },
      { pointer: '/tags/1', message: 'must be text.' },
      { pointer: '/tags/2', message: 'must be text.' },
    ]),
  ).toEqual({ title: 'must not be empty.', tags: '1 must be text. 2 must be text.' });
});
