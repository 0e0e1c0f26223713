import { tmpdir } from 'node:os';
import Database from 'better-sqlite3';
import { databasePath } from './database-path.ts';

/** The products' rows as bare SQLite gives them. */
export function storedProducts() {
  const database = new Database(databasePath(tmpdir()), { readonly: true });
  const one = database.prepare<[string], { readonly body: string }>(
    "SELECT body FROM documents_products WHERE store_id = 'local' AND id = ?",
  );
  const newest = database.prepare<[number], { readonly body: string }>(
    `SELECT d.body FROM index_product_listings__byCreated i
      CROSS JOIN documents_products d ON d.store_id = i.store_id AND d.id = i.id
      WHERE i.store_id = 'local' AND i.key_visibility = 'all' AND i.key_group = '*'
      ORDER BY i.key_created DESC, i.id DESC LIMIT ?`,
  );
  return {
    json: (id: string) => one.get(id)?.body,
    newest: (count: number) => newest.all(count).map(({ body }) => body),
  };
}
