import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEncryptionKeys } from '../../../tests/encryption-keys.ts';
import { startPostgres, type TestServer } from '../../../tests/postgres-server.ts';
import { DatabaseUnavailable } from '../errors.ts';
import { collection, type StoredDocument } from '../port.ts';
import { openPostgresEngine } from './engine.ts';

interface Note extends StoredDocument {
  readonly text: string;
}

const notes = collection<Note>({
  name: 'notes',
  indexes: {
    byText: { version: 1, columns: [{ name: 'text', type: 'text' }], keys: (note) => [[note.text]] },
  },
});
const clock = { now: () => new Date(0) };

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);

afterAll(() => server.stop());

const open = (connectionString: string) =>
  openPostgresEngine({ encryptionKeys: testEncryptionKeys, connectionString, collections: [notes], clock });

describe('a connection that fails', () => {
  async function changed(part: 'port' | 'password' | 'pathname', value: string): Promise<string> {
    const url = new URL(await server.createDatabase());
    url[part] = value;
    return url.href;
  }

  it.each([
    ['port', '1', 'no server listens there'],
    ['password', 'hidden-word', 'refuses the password'],
    ['pathname', '/nowhere', 'there is no such database'],
  ] as const)('says so where the %s is wrong, and never names the password', async (part, value, reason) => {
    const refusal = await open(await changed(part, value)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DatabaseUnavailable);
    expect(String(refusal)).toContain(reason);
    expect(String(refusal)).toMatch(/postgres:\/\/postgres@127\.0\.0\.1:\d+\//);
    expect(String(refusal)).not.toMatch(/secret-word|hidden-word/);
  });
});

describe('several instances', () => {
  it('may start at the same time on an empty database', async () => {
    const connectionString = await server.createDatabase();
    const engines = await Promise.all(Array.from({ length: 6 }, () => open(connectionString)));
    const [first, second] = engines;
    await first?.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: 'hello' }));
    expect((await second?.store('main').find(notes, 'byText', { text: 'hello' }))?.id).toBe('n');
    for (const engine of engines) await engine.close();
  });

  it('share the deliveries: each goes to one of them', async () => {
    const connectionString = await server.createDatabase();
    const engines = await Promise.all(Array.from({ length: 3 }, () => open(connectionString)));
    for (const engine of engines) engine.outbox.subscribe([{ name: 'log', types: ['*'] }]);
    const events = Array.from({ length: 90 }, (_, number) => ({
      ...{ id: `evt_${number}`, type: 'note.read', subject: `n${number}` },
      ...{ time: clock.now().toISOString(), traceId: 'trace', data: null },
    }));
    await engines[0]?.store('main').transaction((writer) => writer.append(events));
    const claims = await Promise.all(
      [...engines, ...engines].map(({ outbox }) =>
        outbox.claim({ storeId: 'main', now: new Date(1), leaseUntil: new Date(60_000), limit: 10 }),
      ),
    );
    const subjects = claims.flat().map((delivery) => delivery.event.subject);
    expect(subjects.length).toBeGreaterThan(0);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const engine of engines) await engine.close();
  });

  it('count parallel increments of one document from all sides', async () => {
    const connectionString = await server.createDatabase();
    const engines = await Promise.all(Array.from({ length: 3 }, () => open(connectionString)));
    await engines[0]?.store('main').transaction((writer) => writer.insert(notes, { id: 'n', text: '0' }));
    await Promise.all(
      Array.from({ length: 60 }, (_, number) =>
        engines[number % 3]
          ?.store('main')
          .transaction((writer) =>
            writer.update(notes, 'n', (note) => ({ ...note, text: String(Number(note.text) + 1) })),
          ),
      ),
    );
    expect(await engines[1]?.store('main').get(notes, 'n')).toMatchObject({ text: '60', version: 61 });
    for (const engine of engines) await engine.close();
  });

  it('that swallow an error of the database do not commit half of their work', async () => {
    const engine = await open(await server.createDatabase());
    const store = engine.store('main');
    const work = store.transaction(async (writer) => {
      await writer.insert(notes, { id: 'n', text: 'half' });
      // LIMIT NaN is an error of the server, which ends the transaction there and then.
      await writer.count(notes, { index: 'byText', where: {} }, Number.NaN).catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
    expect(await store.get(notes, 'n')).toBeUndefined();
    await engine.close();
  });
});
