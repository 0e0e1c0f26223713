import { relative } from 'node:path';
import { refused } from '../../cli-error.ts';
import type { CommandContext } from '../../context.ts';
import { choosePort } from '../../dev/choose-port.ts';
import { commandEnvironment } from '../../exec/command-environment.ts';
import { type CommandEnding, runWrapped } from '../../exec/wrapped-command.ts';
import { lookUpProject } from '../../project/find-project.ts';
import { targetFile, writeFile } from '../../transfer/write-file.ts';
import { askServer } from '../ask-server.ts';
import { storeOf } from '../store-of.ts';
import { callsText, type RecordedCall } from './calls-file.ts';
import type { Exchange } from './exchange.ts';
import { offeredApi } from './offered-api.ts';
import { recordedCalls } from './recorded-calls.ts';
import { startRecordingProxy } from './recording-proxy.ts';

export interface RecordFlags {
  readonly file: string;
  readonly against: string | undefined;
  readonly port: number;
  readonly force: boolean;
}

export interface Recorded {
  /** Null where nothing was written: the command failed. */
  readonly file: string | null;
  /** How many are kept: those that are the same count as one. */
  readonly calls: number;
  readonly operations: readonly string[];
  /** Calls of an operation that the server does not have. */
  readonly unknown: readonly string[];
  /** Of the command; 0 where none was given. */
  readonly exitCode: number;
}

function untilStopped(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function outcomeOf(calls: readonly RecordedCall[]): Pick<Recorded, 'calls' | 'operations' | 'unknown'> {
  const known = calls.filter(({ operation }) => operation !== 'unknown');
  return {
    calls: calls.length,
    operations: [...new Set(known.map(({ operation }) => operation))].sort(),
    unknown: calls.filter(({ operation }) => operation === 'unknown').map(({ request }) => request),
  };
}

async function* textOf(calls: readonly RecordedCall[]) {
  yield callsText(calls);
}

/** Records the calls of a command, or of whoever calls until it is stopped, and writes them to a file. */
export async function runRecord(
  words: readonly string[],
  flags: RecordFlags,
  context: CommandContext,
): Promise<Recorded> {
  const { terminal, signal, directory } = context;
  const target = targetFile(flags.file, directory, flags.force);
  const { url, keys } = await storeOf(flags.against, context);
  // Ctrl-C ends the recording, and not what is then looked up and written.
  const afterwards = new AbortController().signal;
  const api = await offeredApi(askServer(url, afterwards), keys.secret);
  const exchanges: Exchange[] = [];
  const isCommand = words.length > 0;
  const proxy = await startRecordingProxy({ target: url, port: await choosePort(flags.port) }, (exchange) => {
    exchanges.push(exchange);
    if (!isCommand)
      terminal.note(terminal.notePaint.dim(`${exchange.status} ${exchange.method} ${exchange.url}`));
  });
  context.defer(() => proxy.close());
  terminal.note(`Recording at ${terminal.notePaint.cyan(proxy.url)}, in front of ${url}.`);
  if (!isCommand) terminal.note('Give the storefront this address, use it, then press Ctrl-C.');
  let ending: CommandEnding | undefined;
  if (isCommand) {
    const started = { url: proxy.url, secretKey: keys.secret, publishableKey: keys.publishable ?? '' };
    const project = lookUpProject(directory)?.directory ?? directory;
    const variables = commandEnvironment({ ...started, simulators: {} });
    ending = await runWrapped({ words, project, variables }, context);
  } else await untilStopped(signal);
  const isFailed = ending !== undefined && ending.exitCode !== 0 && !ending.isInterrupted;
  const exitCode = isFailed ? (ending?.exitCode ?? 1) : 0;
  const calls = await recordedCalls(exchanges, api, Date.now());
  if (!isFailed && calls.length === 0) {
    throw refused('nothing_recorded', `Nobody called ${proxy.url}, so there is nothing to write.`, {
      fix: isCommand
        ? 'Have the command read the address of the platform from its environment: HP_API_URL, HEADLESSPRO_URL or VITE_HEADLESSPRO_URL.'
        : 'Give the storefront that address in the place of the platform.',
    });
  }
  if (!isFailed) await writeFile(textOf(calls), target, afterwards);
  return { file: isFailed ? null : relative(directory, target), ...outcomeOf(calls), exitCode };
}
