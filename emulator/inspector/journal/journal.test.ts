import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseDriver, createEncryptionKeyText, parseEncryptionKeys } from '../../../runtime/store/index.ts';
import type { EntryDescription, JournalEntry, NewEntry } from './entry.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';

const keys = parseEncryptionKeys(createEncryptionKeyText('local'));
let directory: string;
let journal: Journal;
let failures: unknown[];

function open(limits = { entriesOfStore: 1000, bytes: 10_000_000 }): Journal {
  failures = [];
  return openJournal({
    ...{ path: join(directory, 'journal.db'), encryptionKeys: () => keys, limits },
    onFailure: (error) => failures.push(error),
  });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'journal-'));
  journal = open();
});

afterEach(async () => {
  await journal.close();
  expect(failures).toEqual([]);
  await rm(directory, { recursive: true });
});

function entry(title: string, changes: Partial<EntryDescription> = {}): NewEntry {
  return {
    ...{ kind: 'event', at: '2026-11-26T10:00:00.000Z' },
    describe: () => ({
      ...{
        storeId: 'local',
        traceId: null,
        title,
        type: null,
        endpoint: null,
        status: null,
        isFailure: false,
      },
      ...{ durationMs: null, subject: null, detail: {} },
      ...changes,
    }),
  };
}

const titles = (entries: readonly JournalEntry[]) => entries.map(({ title }) => title);

test('what was added is listed at once, latest first, and page by page', async () => {
  for (const title of ['one', 'two', 'three']) journal.add(entry(title));
  const first = await journal.list('local', { pageSize: 2 });
  expect(titles(first.data)).toEqual(['three', 'two']);
  const second = await journal.list('local', { pageSize: 2, after: first.next ?? '' });
  expect(titles(second.data)).toEqual(['one']);
  expect(second.next).toBeNull();
});

test('it is there after a restart', async () => {
  journal.add(entry('one', { detail: { error: 'no answer' } }));
  await journal.close();
  journal = open();
  const { data } = await journal.list('local', { pageSize: 10 });
  expect(await journal.get('local', data[0]?.id ?? '')).toMatchObject({
    title: 'one',
    detail: { error: 'no answer' },
  });
});

test('a store sees nothing of another', async () => {
  journal.add(entry('ours', { traceId: 'a' }));
  journal.add(entry('theirs', { storeId: 'sbx_1', traceId: 'a' }));
  expect(titles((await journal.list('sbx_1', { pageSize: 10 })).data)).toEqual(['theirs']);
  expect(titles(await journal.trace('local', 'a'))).toEqual(['ours']);
  const [theirs] = (await journal.list('sbx_1', { pageSize: 1 })).data;
  expect(await journal.get('local', theirs?.id ?? '')).toBeUndefined();
  await journal.forget('sbx_1');
  expect((await journal.list('sbx_1', { pageSize: 10 })).data).toEqual([]);
});

describe('a filter', () => {
  beforeEach(() => {
    journal.add(entry('placed', { type: 'order.placed', subject: 'ord_1', status: '201' }));
    journal.add(entry('paid', { type: 'order.paid', subject: 'ord_1', status: '404', isFailure: true }));
    journal.add(entry('created', { type: 'product.created', subject: 'prod_1', endpoint: 'stripe' }));
    journal.add({ ...entry('letter', { detail: { error: 'The Post is late' } }), kind: 'mail' });
  });
  test.each([
    ['by type', { type: 'order.paid' }, ['paid']],
    ['by a family of types', { type: 'order.*' }, ['paid', 'placed']],
    ['by what it is about', { subject: 'ord_1' }, ['paid', 'placed']],
    ['by status', { status: '201' }, ['placed']],
    ['by a class of status', { status: '4xx' }, ['paid']],
    ['by failure', { isFailure: true }, ['paid']],
    ['by endpoint', { endpoint: 'stripe' }, ['created']],
    ['by kind', { kinds: ['mail'] as const }, ['letter']],
    ['by a text of the list', { text: 'PROD_1' }, ['created']],
    ['by a text inside', { text: 'post is' }, ['letter']],
    ['by all of them', { subject: 'ord_1', isFailure: false }, ['placed']],
  ])('%s', async (_how, filter, expected) => {
    expect(titles((await journal.list('local', { ...filter, pageSize: 10 })).data)).toEqual(expected);
  });
});

test('a text is found as it was typed, also where JSON writes it otherwise', async () => {
  journal.add(entry('one', { detail: { error: 'said "no"\nand left' } }));
  journal.add(entry('two'));
  for (const text of ['said "no"', '"no"\nAND'])
    expect(titles((await journal.list('local', { pageSize: 10, text })).data)).toEqual(['one']);
});

test('the name of the store finds nothing: every entry has it', async () => {
  journal.add(entry('one'));
  expect((await journal.list('local', { pageSize: 10, text: 'local' })).data).toEqual([]);
});

test('the oldest are removed where there are too many, and pinned ones stay', async () => {
  await journal.close();
  journal = open({ entriesOfStore: 10, bytes: 10_000_000 });
  journal.add(entry('first'));
  const [first] = (await journal.list('local', { pageSize: 1 })).data;
  await journal.annotate('local', first?.id ?? '', { isPinned: true, note: 'look at this' });
  for (let count = 0; count < 1200; count += 1) journal.add(entry(`entry ${count}`));
  const { data } = await journal.list('local', { pageSize: 2000 });
  expect(data.length).toBeLessThan(600);
  expect(data.at(-1)).toMatchObject({ title: 'first', isPinned: true, note: 'look at this' });
});

test('of a flood of reads some may be added, and the others are counted', () => {
  const allowed = Array.from({ length: 1500 }, () => journal.mayAddRoutine()).filter(Boolean).length;
  expect(allowed).toBeGreaterThanOrEqual(300);
  expect(allowed + journal.leftOut).toBe(1500);
  expect(journal.leftOut).toBeGreaterThan(300);
});

test('who listens is told of each entry of the store', async () => {
  const heard: string[] = [];
  const stop = journal.subscribe('local', ({ title }) => heard.push(title));
  journal.add(entry('one'));
  journal.add(entry('theirs', { storeId: 'sbx_1' }));
  await journal.list('local', { pageSize: 1 });
  stop();
  journal.add(entry('two'));
  await journal.list('local', { pageSize: 1 });
  expect(heard).toEqual(['one']);
});

/** Everything that lies on the disk of it, the write-ahead log too. */
async function written(): Promise<string> {
  const files = (await readdir(directory)).filter((name) => name.startsWith('journal.db'));
  const contents = await Promise.all(files.map((name) => readFile(join(directory, name), 'latin1')));
  return contents.join('');
}

test('one that cannot be described is told of, and the others are written', async () => {
  const broken = new Error('no such field');
  journal.add(entry('one'));
  journal.add({
    ...entry('two'),
    describe: () => {
      throw broken;
    },
  });
  journal.add(entry('three'));
  expect(titles((await journal.list('local', { pageSize: 10 })).data)).toEqual(['three', 'one']);
  expect(failures.splice(0)).toEqual([broken]);
});

test('a file that could not be opened is tried again', async () => {
  const path = join(directory, 'later');
  const late = openJournal({
    ...{ path: join(path, 'journal.db'), encryptionKeys: () => keys },
    onFailure: (error) => failures.push(error),
  });
  await expect(late.list('local', { pageSize: 10 })).rejects.toThrow();
  await mkdir(path);
  late.add(entry('one'));
  expect(titles((await late.list('local', { pageSize: 10 })).data)).toEqual(['one']);
  await late.close();
});

test('what is kept of requests is sealed', async () => {
  journal.add(entry('one', { detail: { error: 'Ada Lovelace' } }));
  await journal.close();
  expect((await readFile(join(directory, 'journal.db'))).includes('Ada Lovelace')).toBe(false);
});

test('titles and notes are sealed, too, and are found by their text', async () => {
  journal.add(entry('GET /v1/customers?email=ada@example.com'));
  const [added] = (await journal.list('local', { pageSize: 1 })).data;
  await journal.annotate('local', added?.id ?? '', { note: 'she is Ada Lovelace' });
  for (const text of ['ada@example.com', 'ada love']) {
    expect((await journal.list('local', { pageSize: 1, text })).data).toMatchObject([
      { title: 'GET /v1/customers?email=ada@example.com', note: 'she is Ada Lovelace' },
    ]);
  }
  expect(await written()).not.toMatch(/ada@example|Lovelace/);
  await journal.close();
  expect(await written()).not.toMatch(/ada@example|Lovelace/);
});

test('of a journal of an older version nothing is left in the file', async () => {
  await journal.close();
  const driver = await chooseDriver();
  const database = driver.open(join(directory, 'journal.db'));
  database.exec("CREATE TABLE entries (title TEXT); INSERT INTO entries VALUES ('ada@example.com')");
  database.exec('PRAGMA user_version = 1');
  await database.close();
  journal = open();
  journal.add(entry('new'));
  expect(titles((await journal.list('local', { pageSize: 10 })).data)).toEqual(['new']);
  await journal.close();
  expect(await written()).not.toContain('ada@example.com');
});
