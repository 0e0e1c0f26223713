import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { emptyFolder, hpCommand, plainEnvironment } from './run-hp.ts';

/** A store with a few settings and a storefront that is a plain HTTP server. */
export function smallProject(parent = emptyFolder(), name = 'shop'): string {
  const project = join(parent, name);
  mkdirSync(project);
  writeFileSync(
    join(project, 'headlesspro.config.ts'),
    [
      "import { defineConfig } from 'headlesspro';",
      '',
      'export default defineConfig({',
      "  name: 'Test store',",
      "  currencies: ['EUR'],",
      "  productTypes: { book: { attributes: { pages: { type: 'number' } } } },",
      '});',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name, type: 'module', scripts: { storefront: 'node storefront.js' } }),
  );
  writeFileSync(
    join(project, 'storefront.js'),
    `import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
writeFileSync('storefront.pid', String(process.pid));
const server = createServer((_, response) => response.end(process.env.VITE_HEADLESSPRO_URL));
server.listen(0, '127.0.0.1', () => console.log('  Local: http://127.0.0.1:' + server.address().port + '/'));
`,
  );
  return project;
}

export interface DevLine {
  readonly event: string;
  readonly [property: string]: unknown;
}

export interface RunningDev {
  readonly process: ChildProcess;
  /** The next line of this event, also one that came already and was not asked for. */
  next(event: string): Promise<DevLine>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** What a `hp dev --json` that was started says, line by line. */
export function followDev(child: ChildProcessByStdio<null, Readable, Readable>): RunningDev {
  const unread: DevLine[] = [];
  const waiting: { readonly event: string; readonly resolve: (line: DevLine) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: DevLine = JSON.parse(text);
    const index = waiting.findIndex(({ event }) => event === line.event);
    if (index === -1) unread.push(line);
    else waiting.splice(index, 1)[0]?.resolve(line);
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  return {
    process: child,
    ended,
    next(event) {
      const index = unread.findIndex((line) => line.event === event);
      const [found] = index === -1 ? [] : unread.splice(index, 1);
      if (found) return Promise.resolve(found);
      const came = new Promise<DevLine>((resolve) => waiting.push({ event, resolve }));
      const failed = ended.then((code) => {
        throw new Error(
          `hp dev ended with ${code} before "${event}": ${JSON.stringify(unread)} ${complaints}`,
        );
      });
      return Promise.race([came, failed]);
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs `hp dev --json` until the test is over. */
export function startDev(
  project: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): RunningDev {
  const child = spawn(process.execPath, [hpCommand, 'dev', '--json', '--port', '0', ...args], {
    cwd: project,
    env: plainEnvironment({ XDG_STATE_HOME: join(project, '..', '.state'), ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const dev = followDev(child);
  onTestFinished(async () => {
    await dev.stop('SIGKILL');
  });
  return dev;
}
