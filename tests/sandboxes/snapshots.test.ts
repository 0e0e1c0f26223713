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
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContainer, UnreadableContainer, writeContainer } from '../../emulator/snapshots/container.ts';
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

  test('saved anew under a name that was deleted is what sandboxes are made from afterwards', async () => {
    const one = await given.controls.call('sandboxes.create', { seed: 'empty' });
    for (const email of ['old@example.com', 'new@example.com']) {
      await addCustomer(one.secretKey, email);
      await given.ask(one.secretKey, 'POST /_emulator/v1/snapshots', { name: 'again' });
      const made = [1, 2, 3].map(() => given.controls.call('sandboxes.create', { snapshot: 'again' }));
      for (const { secretKey } of await Promise.all(made)) expect(await emailsOf(secretKey)).toContain(email);
      await given.controls.call('snapshots.delete', { name: 'again' });
    }
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

  test('that another version took is refused before anything is touched', async () => {
    await given.controls.call('snapshots.save', { name: 'of-another-version' });
    const manifest = join(snapshotsOf(given.directory).folderOf('of-another-version'), 'snapshot.json');
    writeFileSync(
      manifest,
      JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), documentVersion: 0 }),
    );
    const refusal = { status: 409, body: { code: 'snapshot_of_other_version' } };
    const sandbox = { snapshot: 'of-another-version' };
    expect(await given.ask(secretKey(), 'POST /_emulator/v1/sandboxes', sandbox)).toMatchObject(refusal);
    const restore = 'POST /_emulator/v1/snapshots/of-another-version/restore';
    expect(await given.ask(secretKey(), restore, {})).toMatchObject(refusal);
    await given.controls.call('snapshots.delete', { name: 'of-another-version' });
  });

  test('of the project is used in a run, and neither changed nor deleted by it', async () => {
    const project = snapshotsOf(given.directory);
    const ofRun = new Snapshots(join(elsewhere, 'of-a-run'), project.root);
    expect(ofRun.list().map(({ name }) => name)).toEqual(project.list().map(({ name }) => name));
    expect(ofRun.template('first').database).toBe(project.template('first').database);
    expect(() => ofRun.refuseExisting('first')).toThrow('There is a snapshot "first" already.');
    await expect(ofRun.delete('first')).rejects.toThrow('The snapshot "first" is not of this run.');
    expect(project.get('first').name).toBe('first');
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

  const content = join(import.meta.dirname, '../fixtures/snapshots/0.1.0.hpsnapshot');

  test('that an earlier version wrote is opened, with everything in it', async () => {
    const taken = await importSnapshot(snapshotsOf(given.directory), content, 'of-0.1.0');
    expect(taken).toMatchObject({ counts: { products: 1, orders: 1, customers: 1 } });
    const sandbox = await given.controls.call('sandboxes.create', { snapshot: 'of-0.1.0' });
    expect(await emailsOf(sandbox.secretKey)).toEqual(['ada@example.com']);
    const { body: orders } = await given.ask(sandbox.secretKey, 'GET /v1/orders');
    expect(orders.data).toMatchObject([{ email: 'ada@example.com', paymentState: 'captured' }]);
    const { body: media } = await given.ask(sandbox.secretKey, 'GET /v1/media');
    expect(await statusOf(media.data[0].url)).toBe(200);
  });

  test.each([
    ['of documents of before', { documentVersion: 0 }, 1, /version 0.*reads version 1/, /hp export/],
    ['of documents of a newer version', { documentVersion: 2 }, 1, /version 2.*reads version 1/, /Update/],
    [
      'in a newer format',
      { formatVersion: 99 },
      1,
      /written by HeadlessPro 9\.9\.9, which is newer/,
      /Update/,
    ],
    ['with a newer database', {}, 99, /database is of a newer version/, /Update/],
  ])('%s is refused, and says what to do', async (_what, manifest, schema, said, fix) => {
    const snapshots = snapshotsOf(given.directory);
    const unpacked = await mkdtemp(join(elsewhere, 'unpacked-'));
    const head = await readContainer<Record<string, unknown>>(content, 'snapshot', unpacked);
    if (schema > 1) {
      const database = new Database(join(unpacked, 'content', 'store.db'));
      database.pragma(`user_version = ${schema}`);
      database.close();
    }
    const file = join(elsewhere, 'of-another-version.hpsnapshot');
    await writeContainer(file, {
      ...{ kind: 'snapshot', headlesspro: '9.9.9', directory: join(unpacked, 'content') },
      manifest: { ...head, headlesspro: '9.9.9', ...manifest },
    });
    const refusal = await importSnapshot(snapshots, file, 'refused').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableContainer);
    expect(refusal).toMatchObject({ message: expect.stringMatching(said), fix: expect.stringMatching(fix) });
    expect(readdirSync(snapshots.root).filter((name) => name === 'refused' || name.startsWith('.'))).toEqual(
      [],
    );
  });

  test('overwrites nothing', async () => {
    const file = join(elsewhere, 'again.hpsnapshot');
    await exportSnapshot(snapshotsOf(given.directory), 'first', file, '0.1.0');
    await expect(importSnapshot(snapshotsOf(given.directory), file, undefined)).rejects.toThrow(
      'There is a snapshot "first" already.',
    );
  });
});
