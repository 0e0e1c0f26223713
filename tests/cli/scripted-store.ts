import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Compile } from 'typebox/compile';
import { expect, onTestFinished } from 'vitest';
import { initialConfig } from '../../runtime/config/initial-config.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import type { Operation } from '../../runtime/contract/operation.ts';
import { type Ended, emptyFolder, hp } from './run-hp.ts';

export interface AskedOperation {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What the store answers: the output of an operation, or a problem. */
export type Script = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => unknown>>;

/** Thrown by a script: the store refuses. */
export class ScriptedProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export interface ScriptedStore {
  /** What was asked, in order. */
  readonly asked: readonly AskedOperation[];
  /** Asked for with a write. */
  writes(): readonly AskedOperation[];
  run(...args: string[]): Promise<Ended>;
}

const contract = createContract(initialConfig());

function matched(method: string, path: string): { operation: Operation; parameters: Record<string, string> } {
  for (const operation of contract.operations.values()) {
    const [wantedMethod, template = ''] = operation.http.split(' ');
    const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`);
    const match = wantedMethod === method ? pattern.exec(path) : null;
    if (!match) continue;
    const values = match.slice(1).map(decodeURIComponent);
    return {
      operation,
      parameters: Object.fromEntries(names.map((name, place) => [name, values[place] ?? ''])),
    };
  }
  throw new Error(`The contract has no ${method} ${path}.`);
}

/**
 * A hosted store that answers as a test says, for the commands alone: what it is asked and what it answers are both
 * held to the contract, so that no test goes on with what no store says.
 */
export async function scriptedStore(script: Script): Promise<ScriptedStore> {
  const asked: AskedOperation[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://store');
    const { operation, parameters } = matched(request.method ?? 'GET', url.pathname);
    const query = Object.fromEntries(
      [...url.searchParams].map(([name, value]) => [name, name === 'pageSize' ? Number(value) : value]),
    );
    const input = { ...query, ...parameters, ...(text === '' ? {} : JSON.parse(text)) };
    asked.push({ id: operation.id, input });
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    try {
      // A TypeBox schema, made stricter.
      expect([
        ...Compile({ ...operation.input, additionalProperties: false } as never).Errors(input),
      ]).toEqual([]);
      const answer = script[operation.id];
      if (!answer) throw new Error(`The script has no answer to ${operation.id}.`);
      const output = answer(input);
      expect([...Compile(operation.output as never).Errors(output)]).toEqual([]);
      send(operation.status ?? 200, output);
    } catch (error) {
      const { status, code } = error instanceof ScriptedProblem ? error : { status: 500, code: 'script' };
      send(status, { code, status, detail: String(error instanceof Error ? error.message : error) });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const folder = emptyFolder();
  return {
    asked,
    writes: () => asked.filter(({ id }) => contract.operation(id).effect !== 'read'),
    run: (...args) =>
      hp([...args, '--to', `http://127.0.0.1:${port}`], folder, { HEADLESSPRO_TARGET_KEY: 'hp_sk_test' }),
  };
}
