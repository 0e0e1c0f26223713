import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { announce } from './announce.ts';

// One request, one transaction: as many rows as are asked for, each with a text of its own.
const database = new Database(join(tmpdir(), 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO rows (body) VALUES (?)');
const write = database.transaction((rows: number, text: string) => {
  for (let row = 0; row < rows; row += 1) insert.run(text);
});

const server = Fastify();
server.post<{ Body: { readonly rows: number; readonly text: string } }>('/', async (request) => {
  write(request.body.rows, request.body.text);
  return { written: request.body.rows };
});
announce({ url: await server.listen({ host: '127.0.0.1', port: 0 }), key: '' });
