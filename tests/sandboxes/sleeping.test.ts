import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { givenEmulator } from './given-emulator.ts';

/** A receiver that fails on what comes first, and what came to it. */
async function givenFailingReceiver() {
  const came: string[] = [];
  const server = createServer((request, response) => {
    came.push(String(request.headers['webhook-id']));
    response.writeHead(came.length === 1 ? 503 : 204).end();
    request.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { came, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test('a hundred sandboxes at once keep apart, few files stay open, and one that sleeps sends its webhook again when it is due', async () => {
  const given = await givenEmulator();
  onTestFinished(() => given.close());
  const receiver = await givenFailingReceiver();
  const sleeper = await given.controls.call('sandboxes.create', {});
  await given.ask(sleeper.secretKey, 'POST /v1/webhooks/endpoints', {
    ...{ url: receiver.url, events: ['customer.created'] },
  });
  await given.ask(sleeper.secretKey, 'POST /v1/customers', { email: 'sleeper@example.com' });
  await expect.poll(() => receiver.came.length, { timeout: 10_000 }).toBe(1);

  const emails = Array.from({ length: 100 }, (_, index) => `of-${index}@example.com`);
  const seen = await Promise.all(
    emails.map(async (email) => {
      const { id, secretKey } = await given.controls.call('sandboxes.create', {});
      await given.ask(secretKey, 'POST /v1/customers', { email });
      const { body } = await given.ask(secretKey, 'GET /v1/customers');
      return { id, emails: body.data.map((customer: { email: string }) => customer.email) };
    }),
  );
  expect(seen.map((one) => one.emails)).toEqual(emails.map((email) => [email]));
  // While a file is open it has a log beside it.
  const folderOf = (id: string) => join(given.directory, '.headlesspro/sandboxes', id);
  const isOpen = (id: string) => existsSync(join(folderOf(id), 'store.db-wal'));
  await expect
    .poll(() => seen.filter(({ id }) => isOpen(id)).length, { timeout: 20_000 })
    .toBeLessThanOrEqual(24);

  await expect.poll(() => receiver.came.length, { timeout: 30_000 }).toBe(2);
  expect(receiver.came[1]).toBe(receiver.came[0]);
});
