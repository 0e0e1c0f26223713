import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ready, Usage } from './servers/announce.ts';

export interface Served extends Ready {
  /** Microseconds of processor time that it has used. */
  processorTime(): Promise<number>;
  stop(): Promise<void>;
}

type ServerName =
  | 'platform'
  | 'bare-fastify'
  | 'bare-mercurius'
  | 'bare-transaction'
  | 'bare-checkout'
  | 'receiver';

async function ready(child: ChildProcess, name: string): Promise<Ready> {
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ${name} ended with ${code} before it answered.`);
  });
  const [message] = await Promise.race([once(child, 'message'), failed]);
  return message;
}

/** Starts a server of `servers/` in a process of its own. */
export async function serve(name: ServerName, temporary: string): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'servers', `${name}.ts`), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, TMPDIR: temporary },
  });
  return {
    ...(await ready(child, name)),
    async processorTime() {
      const answered = once(child, 'message');
      child.send('usage');
      const [usage]: Usage[] = await answered;
      return usage?.processorTime ?? Number.NaN;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs `measure` with the built platform on the demo store, and a bare server over the same file. */
export async function besidePlatform(
  bareName: ServerName,
  measure: (ours: Served, bare: Served, temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'hp-bench-'));
  const servers: Served[] = [];
  const start = async (name: ServerName) => {
    const served = await serve(name, temporary);
    servers.push(served);
    return served;
  };
  try {
    // Ours first: it fills the file that the other reads.
    const ours = await start('platform');
    await measure(ours, await start(bareName), temporary);
  } finally {
    for (const served of servers) await served.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}
