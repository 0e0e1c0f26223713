import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hp, hpCommand } from './run-hp.ts';
import { smallProject } from './running-dev.ts';

/** What a command within `hp exec` did. */
interface Within {
  readonly command: string;
  readonly exitCode: number;
  readonly stdout: string;
}

/** Runs commands one after the other within one `hp exec`. */
async function within(project: string, commands: readonly string[]): Promise<Map<string, Within>> {
  writeFileSync(
    join(project, 'script.mjs'),
    `import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const done = ${JSON.stringify(commands)}.map((command) => {
  const { status, stdout } = spawnSync(process.execPath, [${JSON.stringify(hpCommand)}, ...command.split(' '), '--json']);
  return { command, exitCode: status, stdout: String(stdout) };
});
writeFileSync('done.json', JSON.stringify({ url: process.env.HP_API_URL, done }));
`,
  );
  const { exitCode, stderr } = await hp(['exec', '--', 'node', 'script.mjs'], project);
  expect(exitCode, stderr).toBe(0);
  const { url, done }: { url: string; done: Within[] } = JSON.parse(
    readFileSync(join(project, 'done.json'), 'utf8'),
  );
  return new Map([
    ['url', { command: 'url', exitCode: 0, stdout: url }],
    ...done.map((each) => [each.command, each] as const),
  ]);
}

/** What a store left in a project's `.headlesspro`. */
const stateOf = (project: string) =>
  readdirSync(join(project, '.headlesspro')).filter(
    (name) => !['.gitignore', 'sdk-typescript.json', 'cache'].includes(name),
  );

test('commands within hp exec work on its store, and leave the own one alone', async () => {
  const project = smallProject();
  writeFileSync(
    join(project, 'products.csv'),
    'Handle,Title,Variant SKU,Variant Price\nmug,Mug,MUG-1,9.90\n',
  );
  const commands = [
    ...['import products.csv', 'export all.jsonl', 'orders list', 'payments list', 'webhooks list', 'env'],
    ...['snapshot save first', 'snapshot list', 'sandbox create --snapshot first', 'sandbox list'],
    ...['clock show', 'snapshot save second', 'snapshot delete second'],
  ];
  const done = await within(project, commands);
  const failed = commands.map((command) => done.get(command)).filter((each) => each?.exitCode !== 0);
  expect(failed).toEqual([]);
  const outOf = (command: string) => JSON.parse(done.get(command)?.stdout ?? '{}').data;
  expect(readFileSync(join(project, 'all.jsonl'), 'utf8')).toContain('MUG-1');
  expect(outOf('snapshot list')).toMatchObject([{ name: 'first' }]);
  expect(outOf('sandbox list')).toHaveLength(1);
  expect(outOf('env').variables.HEADLESSPRO_URL).toBe(done.get('url')?.stdout);
  expect(stateOf(project)).toEqual([]);
});

test('what would change the own store is refused within hp exec, with what to do instead', async () => {
  const project = smallProject();
  expect((await hp(['snapshot', 'save', 'mine'], project)).exitCode).toBe(0);
  cpSync(join(project, '.headlesspro', 'store.db'), join(project, 'before.db'));
  const commands = {
    'reset --yes': 'hp exec',
    'seed empty': 'hp exec --seed',
    'snapshot restore mine --yes': 'hp sandbox create --snapshot',
    'snapshot export mine': 'outside',
    'snapshot import x.hpsnapshot': 'outside',
    'push --to http://127.0.0.1:9': 'outside',
    'pull --from http://127.0.0.1:9': 'outside',
    'diff --to http://127.0.0.1:9': 'outside',
  };
  const ofProject = 'snapshot delete mine';
  const done = await within(project, [...Object.keys(commands), ofProject]);
  expect(JSON.parse(done.get(ofProject)?.stdout ?? '').error).toMatchObject({ code: 'snapshot_of_project' });
  for (const [command, fix] of Object.entries(commands)) {
    const { exitCode, stdout = '' } = done.get(command) ?? {};
    expect({ command, exitCode }).toEqual({ command, exitCode: 1 });
    expect(JSON.parse(stdout).error).toMatchObject({
      code: 'within_exec',
      message: expect.stringContaining('hp exec'),
      fix: expect.stringContaining(fix),
    });
  }
  const [before, after] = ['before.db', '.headlesspro/store.db'].map((name) =>
    readFileSync(join(project, name)),
  );
  expect(after?.equals(before ?? Buffer.of())).toBe(true);
  expect(existsSync(join(project, '.headlesspro', 'aside'))).toBe(false);
});
