import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type GivenEmulator, givenEmulator } from '../sandboxes/given-emulator.ts';

const count = 1000;

/** As many as a test run on a big machine asks for at a time. */
const atOnce = 16;

async function forEach<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>) {
  const results: Result[] = [];
  const rest = [...items.entries()];
  const one = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return results;
}

/** Undefined where the system does not tell. */
function openFiles(): number | undefined {
  return existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : undefined;
}

/** Each makes something of its own, as a test does. */
async function fill(given: GivenEmulator, number: number) {
  const sandbox = await given.controls.call('sandboxes.create', { name: `number ${number}` });
  const email = `of-${number}@example.com`;
  await given.ask(sandbox.secretKey, 'POST /v1/customers', { email });
  return { ...sandbox, email };
}

test('a thousand sandboxes are alive at once, each with its own data, and leave nothing when they go', async () => {
  const given = await givenEmulator();
  const root = join(given.directory, '.headlesspro/sandboxes');
  await fill(given, -1);
  const before = { rss: process.memoryUsage().rss, files: openFiles() ?? 0 };
  const started = performance.now();
  const numbers = Array.from({ length: count }, (_, index) => index);
  const sandboxes = await forEach(numbers, (number) => fill(given, number));
  const made = performance.now();
  expect(new Set(sandboxes.map(({ id }) => id)).size).toBe(count);

  // All but the last two dozen sleep by now, and are woken by being asked.
  const seen = await forEach(sandboxes, async ({ secretKey }) => {
    const { body } = await given.ask(secretKey, 'GET /v1/customers');
    return body.data.map((customer: { email: string }) => customer.email);
  });
  expect(seen).toEqual(sandboxes.map(({ email }) => [email]));
  const asked = performance.now();
  const after = { rss: process.memoryUsage().rss, files: openFiles() ?? 0 };

  const [expiring, ...deleted] = sandboxes;
  await given.controls.call('sandboxes.keep', { id: String(expiring?.id), expiresIn: 1 });
  await forEach(deleted, ({ id }) => given.controls.call('sandboxes.delete', { id }));
  const gone = performance.now();
  // The copy that is made for the next one is no sandbox yet.
  const folders = () => readdirSync(root).filter((name) => name.startsWith('sbx_'));
  await expect.poll(() => folders().length, { timeout: 20_000 }).toBe(1);
  const { sandboxes: left } = await given.controls.call('sandboxes.list', {});
  expect(left.map(({ name }) => name)).toEqual(['number -1']);

  const measured = {
    millisecondsToMakeAndFill: (made - started) / count,
    millisecondsToWakeAndAsk: (asked - made) / count,
    millisecondsToDelete: (gone - asked) / count,
    moreMebibytes: (after.rss - before.rss) / 2 ** 20,
    moreFiles: after.files - before.files,
  };
  // Both are those of the few that are open: what sleeps costs neither.
  expect(measured.moreFiles).toBeLessThan(300);
  expect(measured.moreMebibytes).toBeLessThan(600);
  await given.close();
});
