import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { execa } from 'execa';
import { expect, test, vi } from 'vitest';
import { emptyFolder, hpCommand, plainEnvironment, hp as runHp } from '../cli/run-hp.ts';
import { smallProject, startDev } from '../cli/running-dev.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000 });

const state = (project: string) => ({ XDG_STATE_HOME: join(project, '..', '.state') });
const hp = (args: readonly string[], project: string) => runHp(args, project, state(project));

/** A project with a file `products.csv` of so many products of one variant. */
function projectWith(count: number, extra: readonly string[] = []): string {
  const project = smallProject();
  const rows = Array.from(
    { length: count },
    (_, index) => `p-${index},Product ${index},Book,${index + 1}.00`,
  );
  writeFileSync(
    join(project, 'products.csv'),
    `${['Handle,Title,Type,Variant Price', ...rows, ...extra].join('\n')}\n`,
  );
  return project;
}

test('hp import says what went in, what was left out and what was refused, and ends with 1', async () => {
  const project = projectWith(3, ['bad,Bad,Book,abc']);
  const { exitCode, stdout, stderr } = await hp(['import', 'products.csv'], project);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('4 products: 3 created, 1 refused');
  expect(stderr).toContain('products.csv:5 bad Variant Price: must be a number such as 1299.00, not "abc".');
  const again = await hp(['import', 'products.csv'], project);
  expect(again.stdout).toContain('4 products: 3 unchanged, 1 refused');
});

test('refused rows are written to a file, as CSV or JSON Lines', async () => {
  const project = projectWith(1, ['bad,"Bad, very",Book,abc']);
  const csv = await hp(['import', 'products.csv', '--report', 'refused.csv', '--json'], project);
  expect(JSON.parse(csv.stdout)).toMatchObject({
    ...{ ok: true, command: 'import' },
    data: { format: 'shopify-csv', records: 2, refused: 1, refusals: [{ line: 3, subject: 'bad' }] },
  });
  expect(readFileSync(join(project, 'refused.csv'), 'utf8')).toBe(
    'line,kind,subject,field,reason\n3,product,bad,Variant Price,"must be a number such as 1299.00, not ""abc""."\n',
  );
  await hp(['import', 'products.csv', '--report', 'refused.jsonl'], project);
  expect(JSON.parse(readFileSync(join(project, 'refused.jsonl'), 'utf8'))).toMatchObject({ line: 3 });
});

test('an export to one project is the catalog of another, through a pipe', async () => {
  const here = projectWith(5);
  await hp(['import', 'products.csv'], here);
  const { stdout, stderr } = await hp(['export', '-'], here);
  expect(stderr).toContain('5 products');
  const there = smallProject();
  const piped = await execa(process.execPath, [hpCommand, 'import', '-'], {
    ...{ cwd: there, input: stdout, extendEnv: false, reject: false },
    env: plainEnvironment(state(there)),
  });
  expect(piped.stdout).toContain('5 products: 5 created');
  expect((await hp(['export', '-'], there)).stdout).toBe(stdout);
});

test('import and export work beside a running hp dev', async () => {
  const project = projectWith(4);
  const ready = await startDev(project, ['--no-storefront']).next('ready');
  const imported = await hp(['import', 'products.csv'], project);
  expect(imported.stdout).toContain('4 products: 4 created');
  const answer = await fetch(`${ready.api}/v1/products`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(4);
  expect((await hp(['export', 'out.csv'], project)).exitCode).toBe(0);
  expect((await hp(['import', 'out.csv'], project)).stdout).toContain('4 products: 4 unchanged');
});

test('an export replaces no file unless it is told to', async () => {
  const project = projectWith(1);
  writeFileSync(join(project, 'catalog.jsonl'), 'mine');
  const refused = await hp(['export', 'catalog.jsonl'], project);
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('--force');
  expect(readFileSync(join(project, 'catalog.jsonl'), 'utf8')).toBe('mine');
  expect((await hp(['export', 'catalog.jsonl', '--force'], project)).exitCode).toBe(0);
  expect(readFileSync(join(project, 'catalog.jsonl'), 'utf8')).toContain('"headlesspro":"export"');
  expect(readdirSync(project).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a file that is not there, a folder and a file of another kind are refused in words', async () => {
  const project = smallProject();
  mkdirSync(join(project, 'folder'));
  writeFileSync(join(project, 'prose.txt'), 'Dear Sir or Madam');
  for (const [name, words] of [
    ['nothing.csv', 'There is no file nothing.csv.'],
    ['folder', 'folder is a folder.'],
    ['prose.txt', 'neither a CSV nor JSON Lines'],
  ] as const) {
    const { exitCode, stderr } = await hp(['import', name], project);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/fault in hp|\n\s+at /);
  }
});

test('Ctrl-C finishes what is under way, says what went in, and the next run goes on', async () => {
  const project = projectWith(8_000);
  const child = spawn(process.execPath, [hpCommand, 'import', 'products.csv', '--json'], {
    ...{ cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
    env: plainEnvironment(state(project)),
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const ended = once(child, 'exit');
  const database = join(project, '.headlesspro', 'store.db-wal');
  // It is in the middle as soon as some of it is on disk; the empty tables alone are some megabytes.
  const isUnderWay = () => existsSync(database) && statSync(database).size > 12_000_000;
  for await (const _ of setInterval(20)) if (isUnderWay() || child.exitCode !== null) break;
  child.kill('SIGINT');
  const [code] = await ended;
  expect(code).toBe(130);
  const { error } = JSON.parse(stdout);
  expect(error).toMatchObject({ code: 'cancelled', details: { isComplete: false } });
  const created = error.details.counts.product.created;
  expect(created).toBeGreaterThan(0);
  expect(created).toBeLessThan(8_000);
  const rest = JSON.parse((await hp(['import', 'products.csv', '--json'], project)).stdout);
  expect(rest.data.counts.product).toMatchObject({ unchanged: created, created: 8_000 - created });
});

test('a pipe that never ends can be stopped', async () => {
  const project = projectWith(3);
  const options = {
    ...({ cwd: project, extendEnv: false, reject: false } as const),
    env: plainEnvironment(state(project)),
  };
  const importing = execa(process.execPath, [hpCommand, 'import', '-'], options);
  importing.stdin.write('Title,Type\nA,Book\n');
  const database = join(project, '.headlesspro', 'store.db');
  for await (const _ of setInterval(20)) if (existsSync(database) || importing.exitCode !== null) break;
  importing.kill('SIGTERM');
  const stopped = await importing;
  expect(stopped.exitCode).toBe(143);
  expect(stopped.stderr).toContain('Stopped');
  expect((await hp(['import', 'products.csv'], project)).stdout).toContain('3 created');
});

test('a store can begin with a file that the config names', async () => {
  const here = projectWith(3);
  await hp(['import', 'products.csv'], here);
  await hp(['export', 'catalog.jsonl'], here);
  const there = smallProject(emptyFolder());
  const config = join(there, 'headlesspro.config.ts');
  const withSeed = (seed: string) =>
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace(
        / {2}(seed: .*\n {2})?currencies/,
        `  seed: '${seed}',\n  currencies`,
      ),
    );
  withSeed('./catalog.jsonl');
  const missing = await hp(['seed'], there);
  expect(missing.exitCode).toBe(1);
  expect(missing.stderr).toContain('the seed file "./catalog.jsonl", and there is none');
  writeFileSync(join(there, 'catalog.jsonl'), readFileSync(join(here, 'catalog.jsonl')));
  const ready = await startDev(there, ['--no-storefront']).next('ready');
  const answer = await fetch(`${ready.api}/v1/products`, {
    headers: { authorization: `Bearer ${ready.secretKey}` },
  });
  expect(((await answer.json()) as { data: unknown[] }).data).toHaveLength(3);
  expect((await hp(['reset', '--yes'], there)).exitCode).toBe(0);
  const seeded = await hp(['seed', '--json'], there);
  expect(JSON.parse(seeded.stdout)).toMatchObject({ data: { products: 3 } });
});

test('a seed file that is broken says where', async () => {
  const project = smallProject();
  writeFileSync(join(project, 'broken.jsonl'), '{"headlesspro":"export","version":1}\n{"kind":\n');
  const { exitCode, stderr } = await hp(['seed', './broken.jsonl'], project);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('broken.jsonl:2');
  expect(stderr).not.toContain('fault in hp');
});
