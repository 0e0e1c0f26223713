import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { emptyFolder, hpCommand, plainEnvironment } from '../cli/run-hp.ts';
import { testEncryptionKeyText } from '../encryption-keys.ts';

export interface RunningRuntime {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly pid: number;
  /** Calls the API with the secret key; what it answers, parsed. */
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect to be there.
  readonly body: any;
}

export interface RuntimeStart {
  readonly databaseUrl: string;
  readonly files?: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs `hp runtime start --json` from source until the test is over. */
export async function startRuntime(options: RuntimeStart): Promise<RunningRuntime> {
  const { databaseUrl, files = emptyFolder(), args = [], env = {} } = options;
  const child = spawn(
    process.execPath,
    [hpCommand, 'runtime', 'start', '--json', '--port', '0', '--files', files, ...args],
    {
      cwd: files,
      env: plainEnvironment({
        XDG_STATE_HOME: join(files, '.state'),
        HEADLESSPRO_DATABASE_URL: databaseUrl,
        HEADLESSPRO_ENCRYPTION_KEYS: testEncryptionKeyText,
        ...env,
      }),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<{ api: string; secretKey: string | null; publishableKey: string | null }>(
    (resolve) => {
      lines.on('line', (text) => {
        const line = JSON.parse(text);
        if (line.event === 'ready') resolve(line);
        if (line.event === 'log') complaints += `${text}\n`;
      });
    },
  );
  const failed = ended.then((code) => {
    throw new Error(`hp runtime start ended with ${code}: ${complaints}`);
  });
  const { api, secretKey, publishableKey } = await Promise.race([ready, failed]);
  failed.catch(() => undefined);
  const key = secretKey ?? env.HEADLESSPRO_SECRET_KEY ?? '';
  return {
    url: api,
    secretKey: key,
    publishableKey: publishableKey ?? '',
    pid: child.pid ?? 0,
    async call(method, path, body) {
      const response = await fetch(api + path, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** A config as text; `more` are further settings. */
export function configSource(more = ''): string {
  return `import { defineConfig, env } from 'headlesspro';

export default defineConfig({
  name: 'Books',
  locales: ['en', 'de'],
  currencies: ['EUR'],
  productTypes: { book: { attributes: { pages: { type: 'number' }, author: { type: 'text' } } } },
  ${more}
});
`;
}

export function writeConfig(project: string, source = configSource()): void {
  writeFileSync(join(project, 'headlesspro.config.ts'), source);
}
