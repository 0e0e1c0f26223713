import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestServer } from '../postgres-server.ts';
import { type GivenOptions, type GivenPush, givenPush } from '../push/given-push.ts';
import { book } from '../push/local-store.ts';
import { startProxy } from '../push/recording-proxy.ts';
import { configSource, writeConfig } from '../push/running-runtime.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

const dune = book('Dune', 1900, { attributes: { pages: 412, author: 'Frank Herbert' } });
const emma = book('Emma', 900, { attributes: { author: 'Jane Austen' } });
const variantOf = ({ variants: [variant] }: typeof dune) => variant;

/** Two books on both sides. */
async function pushed(options: GivenOptions = {}): Promise<GivenPush> {
  const store = await givenPush(await server.createDatabase(), options);
  for (const product of [dune, emma]) await store.local.call('POST', '/v1/products', product);
  expect(await store.run('push', '--to', 'TARGET', '--yes')).toMatchObject({ exitCode: 0 });
  return store;
}

/** All that a database holds, as text. */
async function everyRow(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const names = await client.query(
    'SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()',
  );
  const rows: unknown[] = [];
  for (const { table_name: name } of names.rows)
    rows.push((await client.query(`SELECT * FROM "${name}"`)).rows);
  await client.end();
  return JSON.stringify(rows);
}

const reprice = (amount: number) => ({
  variants: [{ ...variantOf(dune), prices: [{ amount, currency: 'EUR' }] }],
});

describe('the plan in words', () => {
  test('says how many prices change, which fall below cost, and what is renamed', async () => {
    const { local, run, runtime } = await pushed();
    await local.call('PATCH', `/v1/products/${dune.id}`, reprice(400));
    await local.call('PATCH', `/v1/products/${emma.id}`, { title: 'Emma, annotated' });
    const { exitCode, stderr } = await run('push', '--to', 'TARGET', '--yes');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('1 price changes (1 lower, 0 higher)');
    expect(stderr).toContain('1 price falls below cost: DUNE');
    expect(stderr).toContain('1 product renamed: Emma → Emma, annotated');
    expect(stderr).not.toContain('product changed');
    const { body } = await runtime.call('GET', `/v1/products/${dune.id}`);
    expect(body.variants[0].prices[0].amount).toBe(400);
  });

  test('a declared attribute that nothing has yet changes the configuration, and no product', async () => {
    const { project, run } = await pushed();
    writeConfig(project, configSource().replace('author: {', "isbn: { type: 'text' }, author: {"));
    const { stderr, exitCode } = await run('push', '--to', 'TARGET', '--yes');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('1 attribute added: book.isbn');
    expect(stderr).not.toContain('product');
  });
});

describe('what takes something away', () => {
  test('is named one by one and refused, also with --yes, until it is allowed', async () => {
    const { project, local, run, runtime } = await pushed();
    await local.call('DELETE', `/v1/products/${emma.id}`);
    writeConfig(
      project,
      configSource().replace(", author: { type: 'text' }", '').replace("'en', 'de'", "'en'"),
    );
    const refused = await run('push', '--to', 'TARGET', '--yes', '--json');
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout).error).toMatchObject({
      code: 'destructive_changes',
      details: {
        destructive: [
          'locale "de" is removed',
          'attribute "book.author" is removed',
          'product "Emma" is deleted',
        ],
      },
    });
    expect((await runtime.call('GET', `/v1/products/${emma.id}`)).status).toBe(200);
    const allowed = await run('push', '--to', 'TARGET', '--yes', '--allow-destructive');
    expect(allowed).toMatchObject({ exitCode: 0 });
    expect((await runtime.call('GET', `/v1/products/${emma.id}`)).status).toBe(404);
    expect((await run('diff', '--to', 'TARGET')).exitCode).toBe(0);
  });

  test('makes room for what comes in its place', async () => {
    const { local, run, runtime } = await pushed();
    await local.call('DELETE', `/v1/products/${emma.id}`);
    const again = book('Emma', 1000);
    expect((await local.call('POST', '/v1/products', again)).status).toBe(201);
    const { exitCode, stderr } = await run('push', '--to', 'TARGET', '--yes', '--allow-destructive');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect((await runtime.call('GET', `/v1/products/${again.id}`)).body.slug).toBe('emma');
  });
});

describe('changes on both sides', () => {
  test('are refused, saying what differs, until a side is preferred', async () => {
    const { local, run, runtime } = await pushed();
    await local.call('PATCH', `/v1/products/${dune.id}`, { title: 'Dune (here)' });
    await runtime.call('PATCH', `/v1/products/${dune.id}`, { title: 'Dune (there)' });
    const refused = await run('push', '--to', 'TARGET', '--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(
      /product "Dune \(here\)": changed both here and on .*title: "Dune \(here\)" here/,
    );
    expect(refused.stderr).toContain('--prefer local');
    const theirs = await run('push', '--to', 'TARGET', '--yes', '--prefer', 'remote');
    expect(theirs).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to push') });
    const ours = await run('push', '--to', 'TARGET', '--yes', '--prefer', 'local');
    expect(ours).toMatchObject({ exitCode: 0 });
    expect((await runtime.call('GET', `/v1/products/${dune.id}`)).body.title).toBe('Dune (here)');
  });

  test('on the target alone stay, are mentioned, tell as drift, and come home with hp pull', async () => {
    const { local, run, runtime } = await pushed();
    await runtime.call('PATCH', `/v1/products/${dune.id}`, { title: 'Dune (there)' });
    await runtime.call('DELETE', `/v1/products/${emma.id}`);
    const drift = await run('diff', '--to', 'TARGET', '--json');
    expect(drift.exitCode).toBe(2);
    expect(JSON.parse(drift.stdout).data).toMatchObject({ isSame: false, lines: [], conflicts: [] });
    const push = await run('push', '--to', 'TARGET', '--yes');
    expect(push).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing to push') });
    expect(push.stderr).toContain('Dune (there)');
    const refused = await run('pull', '--from', 'TARGET', '--yes');
    expect(refused.stderr).toContain('product "Emma" is deleted');
    const pull = await run('pull', '--from', 'TARGET', '--yes', '--allow-destructive');
    expect(pull).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('2 changes pulled') });
    expect((await local.call('GET', `/v1/products/${dune.id}`)).body.title).toBe('Dune (there)');
    expect((await local.call('GET', `/v1/products/${emma.id}`)).status).toBe(404);
    expect((await run('diff', '--to', 'TARGET')).exitCode).toBe(0);
  });

  test('of the configuration there are told by hp pull, and written out for comparison', async () => {
    const { project, run } = await pushed();
    const original = readFileSync(join(project, 'headlesspro.config.ts'), 'utf8');
    const targets = join(project, '.headlesspro', 'targets');
    const [base = ''] = readdirSync(targets);
    const agreed = readFileSync(join(targets, base), 'utf8');
    writeConfig(project, original.replace("currencies: ['EUR']", "currencies: ['EUR', 'USD']"));
    expect(await run('push', '--to', 'TARGET', '--yes')).toMatchObject({ exitCode: 0 });
    // As it is for a colleague who has neither fetched that change nor pushed since.
    writeConfig(project, original);
    writeFileSync(join(targets, base), agreed);
    const pull = await run('pull', '--from', 'TARGET', '--yes', '--config-out', 'theirs.config.ts');
    expect(pull.exitCode).toBe(0);
    expect(pull.stdout).toContain('1 currency added: USD');
    expect(readFileSync(join(project, 'headlesspro.config.ts'), 'utf8')).toBe(original);
    writeConfig(project, readFileSync(join(project, 'theirs.config.ts'), 'utf8'));
    expect((await run('diff', '--to', 'TARGET')).exitCode).toBe(0);
  });
});

describe('a saved plan', () => {
  test('is applied later, and refused when the target has changed since', async () => {
    const { project, local, run, runtime } = await pushed();
    await local.call('PATCH', `/v1/products/${dune.id}`, { title: 'Dune Messiah' });
    expect(await run('push', '--to', 'TARGET', '--out', 'plan.json')).toMatchObject({ exitCode: 0 });
    expect((await runtime.call('GET', `/v1/products/${dune.id}`)).body.title).toBe('Dune');
    expect(await run('push', '--plan', 'plan.json', '--yes')).toMatchObject({ exitCode: 0 });
    expect((await runtime.call('GET', `/v1/products/${dune.id}`)).body.title).toBe('Dune Messiah');
    expect((await run('diff', '--to', 'TARGET')).exitCode).toBe(0);
    const again = await run('push', '--plan', 'plan.json', '--yes');
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain('The plan is outdated');
    writeFileSync(join(project, 'other.json'), '{"steps":[]}');
    expect((await run('push', '--plan', 'other.json', '--yes')).stderr).toContain('is not a plan');
  });

  test('is refused when something else on the target has changed', async () => {
    const { local, run, runtime } = await pushed();
    await local.call('PATCH', `/v1/products/${dune.id}`, { title: 'Dune Messiah' });
    await run('push', '--to', 'TARGET', '--out', 'plan.json');
    await runtime.call('PATCH', `/v1/products/${emma.id}`, { title: 'Emma II' });
    const refused = await run('push', '--plan', 'plan.json', '--yes', '--json');
    expect(JSON.parse(refused.stdout).error.code).toBe('plan_outdated');
    expect((await runtime.call('GET', `/v1/products/${dune.id}`)).body.title).toBe('Dune');
  });
});

describe('a protected target', () => {
  const config = (url: string) =>
    configSource(
      `targets: { production: { url: '${url}', secretKey: env('PRODUCTION_KEY'), protected: true } },`,
    );

  test('is pushed to by its name only', async () => {
    const { run, local } = await givenPush(await server.createDatabase(), { config });
    await local.call('POST', '/v1/products', dune);
    const yes = await run('push', '--yes');
    expect(yes.exitCode).toBe(64);
    expect(yes.stderr).toContain('--confirm production');
    expect((await run('push', '--confirm', 'staging')).exitCode).toBe(64);
    const confirmed = await run('push', '--confirm', 'production');
    expect(confirmed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('pushed to production') });
  });

  test('gets no secret: not in a plan file, a request or a row', async () => {
    let bodies: readonly string[] = [];
    const databaseUrl = await server.createDatabase();
    const { run, project, runtime } = await givenPush(databaseUrl, {
      config,
      through: async (target) => {
        const proxy = await startProxy(target.url);
        bodies = proxy.bodies;
        return proxy.url;
      },
    });
    await run('push', '--out', 'plan.json');
    const push = await run('push', '--confirm', 'production');
    expect(push).toMatchObject({ exitCode: 0 });
    const plan = readFileSync(join(project, 'plan.json'), 'utf8');
    for (const place of [plan, bodies.join(), await everyRow(databaseUrl)]) {
      expect(place).toContain('Books');
      expect(place).not.toContain(runtime.secretKey);
      expect(place).not.toContain('PRODUCTION_KEY');
    }
  });
});
