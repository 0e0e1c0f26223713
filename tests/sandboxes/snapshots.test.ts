import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UnreadableContainer } from '../../emulator/snapshots/container.ts';
import { Snapshots } from '../../emulator/snapshots/snapshots.ts';
import { exportSnapshot, importSnapshot } from '../../emulator/snapshots/transfer.ts';
import { type GivenEmulator, givenEmulator } from './given-emulator.ts';

let given: GivenEmulator;
let elsewhere: string;

beforeAll(async () => {
  given = await givenEmulator();
  elsewhere = await mkdtemp(join(tmpdir(), 'headlesspro-elsewhere-'));
});

afterAll(async () => {
  await given.close();
  await rm(elsewhere, { recursive: true, force: true });
});

const secretKey = () => given.emulator.secretKey;
const addCustomer = (key: string, email: string) => given.ask(key, 'POST /v1/customers', { email });
const emailsOf = async (key: string) =>
  ((await given.ask(key, 'GET /v1/customers')).body.data as { email: string }[])
    .map(({ email }) => email)
    .sort();
const snapshotsOf = (directory: string) => new Snapshots(join(directory, '.headlesspro', 'snapshots'));
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function upload(key: string): Promise<string> {
  const response = await fetch(`${given.emulator.url}/v1/media?filename=dot.png`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'image/png' },
    body: picture,
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { url: string }).url;
}
const statusOf = async (path: string) => (await fetch(new URL(path, given.emulator.url))).status;

describe('a snapshot', () => {
  test('is taken while requests go on, and holds every write that was answered before', async () => {
    await addCustomer(secretKey(), 'before@example.com');
    const [, saved] = await Promise.all([
      addCustomer(secretKey(), 'meanwhile@example.com'),
      given.controls.call('snapshots.save', { name: 'first' }),
    ]);
    await addCustomer(secretKey(), 'after@example.com');
    expect(saved).toMatchObject({ name: 'first', takenOf: 'local' });
    const sandbox = await given.controls.call('sandboxes.create', { snapshot: 'first' });
    const emails = await emailsOf(sandbox.secretKey);
    expect(emails).toContain('before@example.com');
    expect(emails).not.toContain('after@example.com');
    expect(sandbox.madeFrom).toBe('first');
  });

  test('is never overwritten, and has a name that can be one of a folder', async () => {
    const again = await given.ask(secretKey(), 'POST /_emulator/v1/snapshots', { name: 'first' });
    expect(again).toMatchObject({ status: 409, body: { code: 'snapshot_exists' } });
    const unfit = await given.ask(secretKey(), 'POST /_emulator/v1/snapshots', { name: '../first' });
    expect(unfit.status).toBe(422);
  });

  test('can be taken of a sandbox, with its uploads', async () => {
    const one = await given.controls.call('sandboxes.create', {});
    const url = await upload(one.secretKey);
    await addCustomer(one.secretKey, 'boxed@example.com');
    const saved = await given.ask(one.secretKey, 'POST /_emulator/v1/snapshots', { name: 'of-a-sandbox' });
    expect(saved.body).toMatchObject({ takenOf: one.id, counts: { customers: 1 } });
    await given.controls.call('sandboxes.delete', { id: one.id });
    const other = await given.controls.call('sandboxes.create', { snapshot: 'of-a-sandbox' });
    expect(await emailsOf(other.secretKey)).toEqual(['boxed@example.com']);
    expect(await statusOf(url)).toBe(200);
    await given.controls.call('snapshots.delete', { name: 'of-a-sandbox' });
    expect(await statusOf(url)).toBe(200);
    await given.controls.call('sandboxes.delete', { id: other.id });
    expect(await statusOf(url)).toBe(404);
  });

  test('takes the place of the store, whose data is set aside', async () => {
    const url = await upload(secretKey());
    await given.controls.call('snapshots.save', { name: 'with-picture' });
    await addCustomer(secretKey(), 'later@example.com');
    await given.emulator.restore('with-picture');
    expect(await emailsOf(secretKey())).not.toContain('later@example.com');
    expect(await statusOf(url)).toBe(200);
    const aside = readdirSync(join(given.directory, '.headlesspro', 'aside'));
    expect(aside.length).toBeGreaterThan(0);
    await given.restart();
    expect(await emailsOf(secretKey())).toEqual(expect.arrayContaining(['after@example.com']));
  });

  test('that was being restored when the process ended is restored with the next start', async () => {
    await given.controls.call('snapshots.save', { name: 'interrupted' });
    await addCustomer(secretKey(), 'not-in-it@example.com');
    const state = join(given.directory, '.headlesspro');
    const { prepareRestore } = await import('../../emulator/snapshots/restore.ts');
    await prepareRestore(given.directory, snapshotsOf(given.directory).template('interrupted'));
    // As far as a process came that was killed while it set the present aside.
    await given.emulator.close();
    mkdirSync(join(state, 'aside', 'killed'), { recursive: true });
    cpSync(join(state, 'store.db'), join(state, 'aside', 'killed', 'store.db'));
    await given.restart();
    expect(existsSync(join(state, 'restoring'))).toBe(false);
    expect(await emailsOf(secretKey())).not.toContain('not-in-it@example.com');
  });

  test('takes the place of one that was made ready and never restored', async () => {
    const { prepareRestore } = await import('../../emulator/snapshots/restore.ts');
    const snapshots = snapshotsOf(given.directory);
    await given.controls.call('snapshots.save', { name: 'given-up' });
    await addCustomer(secretKey(), 'of-the-second@example.com');
    await given.controls.call('snapshots.save', { name: 'second' });
    await prepareRestore(given.directory, snapshots.template('given-up'));
    await prepareRestore(given.directory, snapshots.template('second'));
    await given.restart();
    expect(await emailsOf(secretKey())).toContain('of-the-second@example.com');
  });

  test('is restored to the main store alone', async () => {
    const sandbox = await given.controls.call('sandboxes.create', {});
    const refusal = await given.ask(sandbox.secretKey, 'POST /_emulator/v1/snapshots/first/restore', {});
    expect(refusal).toMatchObject({ status: 409, body: { code: 'not_of_sandboxes' } });
  });
});

describe('a snapshot in a file', () => {
  test('opens in another project, on whatever machine, with its personal data', async () => {
    const file = join(elsewhere, 'first.hpsnapshot');
    await exportSnapshot(snapshotsOf(given.directory), 'first', file, '0.1.0');
    const other = await givenEmulator();
    await importSnapshot(snapshotsOf(other.directory), file, 'taken-in');
    await other.emulator.restore('taken-in');
    const { body } = await other.ask(other.emulator.secretKey, 'GET /v1/customers');
    expect(body.data.map(({ email }: { email: string }) => email)).toContain('before@example.com');
    // Sealed anew: the key that came in the file is not needed any more.
    await other.controls.call('snapshots.delete', { name: 'taken-in' });
    await other.restart();
    expect((await other.ask(other.emulator.secretKey, 'GET /v1/customers')).body.data).toEqual(body.data);
    await other.close();
  });

  test.each([
    ['cut off', (file: string) => truncateSync(file, readFileSync(file).length - 200), 'damaged'],
    ['something else', (file: string) => writeFileSync(file, 'a letter'), 'damaged'],
  ])('that is %s is refused, and nothing of it stays', async (_what, spoil, said) => {
    const file = join(elsewhere, 'spoilt.hpsnapshot');
    const snapshots = snapshotsOf(given.directory);
    await exportSnapshot(snapshots, 'first', file, '0.1.0');
    spoil(file);
    await expect(importSnapshot(snapshots, file, 'spoilt')).rejects.toThrow(UnreadableContainer);
    await expect(importSnapshot(snapshots, file, 'spoilt')).rejects.toThrow(said);
    expect(readdirSync(snapshots.root).sort()).not.toContain('spoilt');
    expect(readdirSync(snapshots.root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('overwrites nothing', async () => {
    const file = join(elsewhere, 'again.hpsnapshot');
    await exportSnapshot(snapshotsOf(given.directory), 'first', file, '0.1.0');
    await expect(importSnapshot(snapshotsOf(given.directory), file, undefined)).rejects.toThrow(
      'There is a snapshot "first" already.',
    );
  });
});
