// `npm start`: builds what is stale, scaffolds a demo store once into ./demo, and runs it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/entry-points.ts';
import { isStale } from './build/is-stale.ts';

const hp = join(root, 'bin', 'run.js');
const demo = join(root, 'demo');

function run(title: string, args: readonly string[]): void {
  console.error(title);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

if (isStale()) run('Building hp …', ['--import', 'tsx', 'scripts/build/index.ts']);
if (!existsSync(join(demo, 'headlesspro.config.ts'))) {
  run('Making a demo store in ./demo …', [hp, 'init', 'demo', '--seed', 'fashion', '--no-git', '--yes']);
}
const dev = spawn(process.execPath, [hp, 'dev', ...process.argv.slice(2)], { cwd: demo, stdio: 'inherit' });
// A terminal sends Ctrl-C to hp dev as well, which ends by itself; other signals are passed on.
process.on('SIGINT', () => undefined);
for (const name of ['SIGTERM', 'SIGHUP'] as const) process.on(name, () => dev.kill(name));
dev.on('exit', (code) => process.exit(code ?? 1));
