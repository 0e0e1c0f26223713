import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseDriver } from './choose-driver.ts';
import { SqliteConnection } from './connection.ts';
import { RecentReads } from './recent-reads.ts';
import { Transactions } from './transactions.ts';

let connection: SqliteConnection;
let transactions: Transactions;

beforeEach(async () => {
  connection = new SqliteConnection(await chooseDriver(), ':memory:');
  connection.exec('CREATE TABLE notes (text TEXT NOT NULL)');
  transactions = new Transactions(connection, new RecentReads(connection), true);
});

afterEach(async () => {
  await transactions.close(() => connection.close());
});

function write(text: string) {
  return transactions.run((writer) => void writer.statement('INSERT INTO notes VALUES (?)').run(text));
}

function written() {
  return transactions.read(() =>
    connection
      .statement('SELECT text FROM notes')
      .all()
      .map(({ text }) => text),
  );
}

describe('transactions of one turn', () => {
  it('share a commit', async () => {
    const run = vi.spyOn(connection, 'run');
    await Promise.all([write('one'), write('two'), write('three')]);
    const commits = run.mock.calls.filter(([sql]) => sql === 'COMMIT');
    expect(commits).toHaveLength(1);
    expect(await written()).toEqual(['one', 'two', 'three']);
  });

  it('are answered after the commit, not before', async () => {
    const order: unknown[] = [];
    const run = connection.run.bind(connection);
    vi.spyOn(connection, 'run').mockImplementation((sql) => {
      if (sql === 'COMMIT') order.push(sql);
      run(sql);
    });
    await Promise.all(['one', 'two'].map((text) => write(text).then(() => order.push(text))));
    expect(order).toEqual(['COMMIT', 'one', 'two']);
  });

  const changeMind = () =>
    transactions.run(async (writer) => {
      writer.statement('INSERT INTO notes VALUES (?)').run('half');
      throw new Error('changed my mind');
    });

  it('fail alone: what one wrote is taken back, and the others stay', async () => {
    const results = await Promise.allSettled([write('before'), changeMind(), write('after')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await written()).toEqual(['before', 'after']);
  });

  it('fail alone also when the first does', async () => {
    const results = await Promise.allSettled([changeMind(), write('second'), write('third')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(await written()).toEqual(['second', 'third']);
  });

  it('all hear of it when they can not be committed, and nothing of them stays', async () => {
    const run = connection.run.bind(connection);
    const spy = vi.spyOn(connection, 'run').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk I/O error');
      run(sql);
    });
    const results = await Promise.allSettled([write('one'), write('two')]);
    spy.mockRestore();
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'disk I/O error' } });
    }
    expect(await written()).toEqual([]);
    await write('later');
    expect(await written()).toEqual(['later']);
  });

  it('all hear of it when SQLite rolls everything back by itself', async () => {
    const results = await Promise.allSettled([
      write('one'),
      transactions.run((writer) => {
        // As it does when the disk is full.
        writer.exec('ROLLBACK');
        throw new Error('database or disk is full');
      }),
    ]);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'database or disk is full' } });
    }
    await write('later');
    expect(await written()).toEqual(['later']);
  });
});

it('reads over the same connection see what is committed', async () => {
  const writing = write('one');
  const seen = await written();
  await writing;
  expect(seen).toEqual(['one']);
});
