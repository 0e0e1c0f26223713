import { onTestFinished } from 'vitest';
import { ApiClient } from '../../codegen/typescript/core/client.ts';
import type { ClientOptions, CustomerToken } from '../../codegen/typescript/core/options.ts';
import { type Script, type ScriptedServer, startScriptedServer } from './scripted-server.ts';

export interface GivenClient {
  readonly client: ApiClient;
  readonly server: ScriptedServer;
  /** Milliseconds of each wait between attempts, none of which was really waited for. */
  readonly waits: readonly number[];
}

/** The runtime core of the SDK in front of a server that answers as scripted. */
export async function givenClient(
  script: Script,
  options: ClientOptions & { readonly customerToken?: CustomerToken } = {},
): Promise<GivenClient> {
  const server = await startScriptedServer(script);
  onTestFinished(() => server.close());
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const client = new ApiClient('hp_sk_test', { url: server.url, sleep, ...options });
  return { client, server, waits };
}

/** What a promise was rejected with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`Expected a rejection, got ${JSON.stringify(value)}.`);
    },
    (error: unknown) => error,
  );
}
