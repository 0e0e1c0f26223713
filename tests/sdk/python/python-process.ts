import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface PythonProcess {
  /** Has the process do what it knows under this name, and gives what it answers. */
  run(name: string, given: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/** One process of Python for many questions: a line of JSON each way. */
export function startPython(
  python: string,
  script: string,
  env: Readonly<Record<string, string>>,
): PythonProcess {
  const child = spawn(python, [script], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    async run(name, given) {
      child.stdin.write(`${JSON.stringify({ name, ...given })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`The process ended at ${name}.`);
      const answer = JSON.parse(value) as { result?: unknown; failure?: string };
      if (answer.failure !== undefined) throw new Error(answer.failure);
      return answer.result;
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
