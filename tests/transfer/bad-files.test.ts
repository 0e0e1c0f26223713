import { expect, test } from 'vitest';
import type { ImportOptions } from '../../runtime/transfer/index.ts';
import { givenStore } from './given-transfer.ts';

async function refusalOf(contents: string | Uint8Array, options: Partial<ImportOptions> = {}) {
  const store = await givenStore();
  return store.import(contents, options).then(
    () => expect.fail('It was imported.'),
    (error: unknown) => error as { code: string; line: number; message: string; fix: string },
  );
}

const utf16 = Buffer.from('\ufeffHandle,Title\na,A\n', 'utf16le');
const latin1 = Buffer.from('Handle,Title\na,Hat\nb,Crème\n', 'latin1');

test.each<[string, string | Uint8Array, { code: string; line: number; says: string }]>([
  ['empty', '', { code: 'empty_file', line: 1, says: 'The file is empty.' }],
  ['in UTF-16', utf16, { code: 'wrong_encoding', line: 1, says: 'UTF-16' }],
  ['in UTF-16 without a mark', utf16.subarray(2), { code: 'wrong_encoding', line: 1, says: 'UTF-16' }],
  ['in Latin-1', latin1, { code: 'wrong_encoding', line: 3, says: 'Latin-1' }],
  ['an Excel file', Buffer.from('PK\u0003\u0004rest'), { code: 'not_text', line: 1, says: 'Excel' }],
  ['compressed', Buffer.from([0x1f, 0x8b, 8, 0]), { code: 'not_text', line: 1, says: 'gzip' }],
  [
    'a program',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]),
    { code: 'not_text', line: 1, says: 'not text' },
  ],
  ['prose', 'Dear Sir or Madam', { code: 'unknown_format', line: 1, says: 'neither a CSV nor JSON Lines' }],
  ['a JSON array', '[{}, {}]', { code: 'unknown_format', line: 1, says: 'JSON array' }],
  ['another CSV', 'Name,Cost\nA,1\n', { code: 'missing_columns', line: 1, says: 'no column "Title"' }],
  ['JSON without a header', '{"kind":"product"}\n', { code: 'missing_header', line: 1, says: 'first line' }],
])('a file that is %s is refused, with what it is', async (_, contents, { says, ...place }) => {
  const refusal = await refusalOf(contents);
  expect(refusal).toMatchObject(place);
  expect(refusal.message).toContain(says);
  expect(refusal.fix).not.toBe('');
});

test('a CSV with semicolons is told so', async () => {
  const refusal = await refusalOf('Handle;Title\na;A\n', { fileName: 'products.csv' });
  expect(refusal).toMatchObject({
    code: 'missing_columns',
    message: 'The columns are separated by semicolons.',
  });
});

test('a header with a slip of the pen is told which column was meant', async () => {
  const refusal = await refusalOf('Handle,Titel\na,A\n');
  expect(refusal.fix).toBe('If "Titel" is it, rename that to "Title".');
});

test('a quote that is never closed is named by the line where it begins, and what stands before it goes in', async () => {
  const store = await givenStore();
  const contents = 'Title,Type,Vendor\nA,Simple,x\nB,Simple,x\nC,Simple,"y\nD,Simple,z\n';
  const report = await store.import(contents);
  // B may have had more rows.
  expect(report.refusals).toMatchObject([
    { line: 3, subject: 'B' },
    { line: 4, kind: null },
  ]);
  expect(report.refusals[1]?.reason).toContain('never closed');
  expect(report.counts.product).toMatchObject({ created: 1 });
});

test('a quote that swallows the rest of a large file ends the import, not the memory', async () => {
  const store = await givenStore();
  const contents = `Title,Type,Vendor\nA,Simple,x\nB,Simple,x\nC,Simple,"${'y\n'.repeat(2_000_000)}`;
  const report = await store.import(contents);
  expect(report.refusals).toMatchObject([{ line: 3 }, { line: 4 }]);
  expect(await store.product('a')).toMatchObject({ title: 'A' });
});

test('a line of JSON that never ends is refused', async () => {
  const store = await givenStore();
  const contents = `{"headlesspro":"export","version":1}\n{"kind":"product","data":{"title":"${'x'.repeat(33 * 1024 * 1024)}"}}\n`;
  const error = await store.import(contents).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'line_too_long', line: 2 });
});

test('line ends of Windows, of old Macs and of Unix all count as one', async () => {
  const store = await givenStore();
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const report = await store.import(['Title,Type,Status', 'A,Simple,', 'B,Simple,gone', ''].join(lineEnd));
    expect(report.refusals).toMatchObject([{ line: 3, subject: 'B' }]);
  }
});
