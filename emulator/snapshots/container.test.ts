import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ContainerKind, readContainer, writeContainer } from './container.ts';

let folder: string;
beforeEach((): void => {
  folder = mkdtempSync(join(tmpdir(), 'container-'));
  mkdirSync(join(folder, 'from/files'), { recursive: true });
  mkdirSync(join(folder, 'to'));
  writeFileSync(join(folder, 'from/store.db'), Buffer.alloc(200_000, 7));
  writeFileSync(join(folder, 'from/files/ä.txt'), 'picture');
  writeFileSync(join(folder, 'from/cache'), 'left out');
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'x.hpbundle');
const write = (): Promise<unknown> =>
  writeContainer(file(), {
    ...{ kind: 'bundle', headlesspro: '1.2.3', manifest: { exitCode: 4 }, directory: join(folder, 'from') },
    holds: (path) => !path.endsWith('cache'),
  });
const read = (kind: ContainerKind = 'bundle'): Promise<object> =>
  readContainer<object>(file(), kind, join(folder, 'to'));

test('gives back what was packed, byte for byte, with its manifest', async () => {
  await write();
  expect(await read()).toMatchObject({ format: 'headlesspro', headlesspro: '1.2.3', exitCode: 4 });
  expect(readdirSync(join(folder, 'to/content')).sort()).toEqual(['files', 'store.db']);
  expect(readFileSync(join(folder, 'to/content/store.db'))).toEqual(Buffer.alloc(200_000, 7));
  expect(readFileSync(join(folder, 'to/content/files/ä.txt'), 'utf8')).toBe('picture');
});

test("is its user's alone, small, and leaves nothing beside it", async () => {
  await write();
  expect(statSync(file()).mode & 0o077).toBe(0);
  expect(statSync(file()).size).toBeLessThan(5000);
  expect(readdirSync(folder).sort()).toEqual(['from', 'to', 'x.hpbundle']);
});

test('what a process that was killed left half written goes with the next one, and that of one that writes stays', async () => {
  const parent = `x.hpbundle.${process.ppid}.new`;
  // No process has that number: it is beyond what systems give.
  for (const name of ['x.hpbundle.99999999.new', parent, 'y.hpbundle.99999999.new'])
    writeFileSync(join(folder, name), 'half');
  await write();
  expect(readdirSync(folder).sort()).toEqual(['from', 'to', 'x.hpbundle', parent, 'y.hpbundle.99999999.new']);
});

test.each([
  ['a file that is none', async () => writeFileSync(file(), 'hello'), /damaged/],
  ['a file that is not there', async () => undefined, /no such file/],
  [
    'an archive of somebody else',
    async () => writeFileSync(file(), gzipSync(await packTar([]))),
    /not written/,
  ],
  [
    'one of a newer version',
    async () => {
      const text = JSON.stringify({
        format: 'headlesspro',
        kind: 'bundle',
        formatVersion: 99,
        headlesspro: '9',
      });
      const archive = await packTar([{ header: { name: 'manifest.json', size: text.length }, body: text }]);
      writeFileSync(file(), gzipSync(archive));
    },
    /newer than this one/,
  ],
] as [string, () => Promise<void>, RegExp][])('refuses %s', async (_what, make, message) => {
  await make();
  await expect(read()).rejects.toThrow(message);
});

test('refuses one of another kind, and one that was cut off', async () => {
  await write();
  await expect(read('snapshot')).rejects.toThrow('it is a bundle, and not a snapshot');
  writeFileSync(file(), readFileSync(file()).subarray(0, 300));
  await expect(read()).rejects.toThrow('damaged');
});

test('writes nothing outside its folder', async () => {
  const archive = await packTar([
    { header: { name: '../escaped', size: 1 }, body: 'x' },
    { header: { name: 'link', type: 'symlink', linkname: '/etc/passwd', size: 0 } },
  ]);
  writeFileSync(file(), gzipSync(archive));
  await expect(read()).rejects.toThrow();
  expect(readdirSync(folder)).not.toContain('escaped');
  expect(readdirSync(join(folder, 'to'))).toEqual([]);
});
