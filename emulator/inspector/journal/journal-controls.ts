import Type from 'typebox';
import { problems } from '../../../runtime/contract/problems.ts';
import { defineControls } from '../../controls/control.ts';
import { Entry, entryKinds, Message, OpenedEntry, orNull } from './entry-schema.ts';

const EntryId = Type.String({ pattern: '^entry_\\d{1,15}$', description: 'As `journal.list` gives it.' });

const filter = {
  kind: Type.Optional(
    Type.String({
      description: `One or several, with commas: ${entryKinds.join(', ')}.`,
      examples: ['event,mail'],
    }),
  ),
  type: Type.Optional(Type.String({ description: 'Exactly, or a family: `order.*`.' })),
  endpoint: Type.Optional(Type.String()),
  status: Type.Optional(Type.String({ description: 'Exactly, or a class: `4xx`.' })),
  isFailure: Type.Optional(Type.Boolean()),
  subject: Type.Optional(Type.String({ description: 'Id of an order, say.' })),
  traceId: Type.Optional(Type.String()),
  isPinned: Type.Optional(Type.Boolean()),
  text: Type.Optional(
    Type.String({ description: 'Stands in what is listed, or in headers, bodies and data.' }),
  ),
};

/** What happened in a store: requests, changes, events, deliveries, provider calls and mails. */
export const journalControls = defineControls({
  'journal.list': {
    summary: 'List what happened, latest first',
    description:
      'The latest 20,000 entries of each store are kept, and all that are pinned. Of successful reads 300 are ' +
      'written down at once, and 10 a second. A page of a search by text may be empty and still have a next one: 2,000 ' +
      'entries are looked through at a time.',
    http: 'GET /_emulator/v1/journal',
    input: Type.Object({
      ...filter,
      pageSize: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
      after: Type.Optional(EntryId),
    }),
    output: Type.Object({
      data: Type.Array(Entry),
      page: Type.Object({ next: orNull(Type.String()) }),
      leftOut: Type.Integer({ description: 'Successful reads not written down since the start.' }),
    }),
    errors: [],
    effect: 'read',
  },
  'journal.get': {
    summary: 'Open an entry',
    http: 'GET /_emulator/v1/journal/{entryId}',
    input: Type.Object({ entryId: EntryId }),
    output: OpenedEntry,
    errors: [problems.notFound],
    effect: 'read',
  },
  'journal.trace': {
    summary: 'Show everything of a trace, in the order in which it happened',
    description: 'An id is that of the `traceparent` that each answer carries. The first 1,000 entries.',
    http: 'GET /_emulator/v1/traces/{traceId}',
    input: Type.Object({ traceId: Type.String({ pattern: '^[\\w-]{1,64}$' }) }),
    output: Type.Object({ data: Type.Array(OpenedEntry) }),
    errors: [],
    effect: 'read',
  },
  'journal.stream': {
    summary: 'Listen to what happens',
    description: 'With `after`, first what was written down since that entry, up to 1,000.',
    http: 'GET /_emulator/v1/journal-stream',
    input: Type.Object({ kind: filter.kind, after: Type.Optional(EntryId) }),
    output: Entry,
    isStream: true,
    errors: [],
    effect: 'read',
  },
  'journal.annotate': {
    summary: 'Pin an entry, or write a note to it',
    http: 'PATCH /_emulator/v1/journal/{entryId}',
    input: Type.Object({
      entryId: EntryId,
      isPinned: Type.Optional(Type.Boolean()),
      note: Type.Optional(orNull(Type.String({ maxLength: 2000 }))),
    }),
    output: OpenedEntry,
    errors: [problems.notFound],
    effect: 'write',
  },
  'journal.send': {
    summary: 'Send a request by hand',
    description:
      'A webhook that was edited, say: from this machine, without following redirects, and written down.',
    http: 'POST /_emulator/v1/journal/send',
    input: Type.Object({
      url: Type.String({ pattern: '^https?://', maxLength: 2000 }),
      headers: Type.Record(Type.String(), Type.String(), { default: {} }),
      body: Type.String(),
    }),
    output: Type.Object({
      status: Type.String({ description: 'HTTP status, or `failed`.' }),
      response: orNull(Message),
      error: orNull(Type.String()),
    }),
    errors: [],
    effect: 'write',
  },
});
