import { createInterface } from 'node:readline';
import { execa } from 'execa';
import type { Answer } from './world.ts';

export interface DriverCommand {
  readonly command: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Driver {
  /** One scenario: a line to it, a line from it. */
  run(scenario: object): Promise<Answer>;
  /** What it wrote to its standard error: what the SDK logs. */
  readonly log: string;
  close(): Promise<void>;
}

/** A program in some language that plays scenarios with its SDK. */
export function startDriver({ command, words, folder, env = {} }: DriverCommand): Driver {
  const child = execa(command, words, {
    ...{ cwd: folder, reject: false, buffer: { stdout: false } },
    env: { ...env, HEADLESSPRO_LOG: 'debug' },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(scenario) {
      child.stdin.write(`${JSON.stringify(scenario)}\n`);
      const { value, done } = await lines.next();
      if (!done) return JSON.parse(value);
      const { stderr, exitCode } = await child;
      throw new Error(`The driver ended with ${exitCode}: ${stderr}`);
    },
    get log() {
      return log;
    },
    async close() {
      child.stdin.end();
      await child;
    },
  };
}
