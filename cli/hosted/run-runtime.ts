import { resolve } from 'node:path';
import { errorsAsJson } from '../../runtime/context/errors-as-json.ts';
import { type EncryptionKeys, parseEncryptionKeys, startHostedRuntime } from '../../runtime/hosted/index.ts';
import { CliError, refused, usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import { type RuntimeEvent, runtimeLines } from './runtime-events.ts';

export interface RuntimeFlags {
  readonly databaseUrl: string | undefined;
  readonly files: string;
  readonly host: string;
  readonly port: number;
  readonly newKeys: boolean;
  readonly trustedProxies: number;
  /** Whether each request is shown. */
  readonly requests: boolean;
}

const keyVariables = {
  secret: 'HEADLESSPRO_SECRET_KEY',
  publishable: 'HEADLESSPRO_PUBLISHABLE_KEY',
} as const;

function databaseUrlOf(flags: RuntimeFlags, environment: NodeJS.ProcessEnv): string {
  const url = flags.databaseUrl ?? environment.HEADLESSPRO_DATABASE_URL;
  if (!url) {
    throw usage('no_database', 'The hosted runtime needs a PostgreSQL database.', {
      fix: 'Set HEADLESSPRO_DATABASE_URL to postgres://user:password@host/database, or give --database-url.',
    });
  }
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  // What stands there may be a password, so it is not repeated.
  throw usage('bad_database_url', 'The database URL does not begin with postgres://.', {
    fix: 'It reads postgres://user:password@host:5432/database.',
  });
}

const makeKey = '"2026:$(openssl rand -base64 32)"';

/** Personal data is never written in the clear, so there is no start without keys. */
function encryptionKeysOf({ HEADLESSPRO_ENCRYPTION_KEYS: text }: NodeJS.ProcessEnv): EncryptionKeys {
  if (!text) {
    throw usage('no_encryption_keys', 'The hosted runtime needs a key to encrypt personal data with.', {
      fix:
        `Make one with HEADLESSPRO_ENCRYPTION_KEYS=${makeKey}, keep it apart from the database, and give the same ` +
        'one at every start: without it the data can not be read again.',
    });
  }
  return parseEncryptionKeys(text);
}

/** Codes of a server that is not there, as against one that refuses. */
const absent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']);

function codeOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}

/** Failures of a start, by who must act. */
function explained(error: unknown, flags: RuntimeFlags): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'DatabaseUnavailable' && absent.has(codeOf(error.cause))) {
    return new CliError('unreachable', 'database_unreachable', error.message, { cause: error });
  }
  if (error.name === 'UnusableKey') {
    const { kind } = error as Error & { kind: keyof typeof keyVariables }; // by its name
    return refused('unusable_key', `${keyVariables[kind]} can't be used. ${error.message}`, {
      fix: `Unset ${keyVariables[kind]} to have a key made, or set one made by \`hp runtime start --new-keys\`.`,
    });
  }
  if (error.name === 'UnusableEncryptionKeys') {
    return refused(
      'unusable_encryption_keys',
      `HEADLESSPRO_ENCRYPTION_KEYS can't be read. ${error.message}`,
      {
        fix: `It reads id:base64[,id:base64…], 32 bytes each: ${makeKey}.`,
      },
    );
  }
  if (error.name === 'WrongEncryptionKey') {
    return refused('wrong_encryption_key', error.message, {
      fix: 'Add it to HEADLESSPRO_ENCRYPTION_KEYS, behind the one that is to be used from now on.',
    });
  }
  if (codeOf(error) === 'EADDRINUSE') {
    return refused('port_taken', `Port ${flags.port} of ${flags.host} is taken.`, {
      fix: 'Choose another with --port; 0 takes any free one.',
    });
  }
  return error;
}

/** Runs until it is stopped: SIGTERM and Ctrl-C let requests under way finish, and end with 0. */
export async function runRuntime(flags: RuntimeFlags, context: CommandContext): Promise<void> {
  const { terminal, signal, environment } = context;
  const show = (event: RuntimeEvent) => {
    const moment = new Date();
    const { event: name, ...rest } = event;
    if (terminal.json)
      terminal.result(JSON.stringify({ event: name, time: moment.toISOString(), ...rest }, errorsAsJson));
    else for (const line of runtimeLines(event, moment, terminal.paint)) terminal.result(line);
  };
  const log = (level: 'info' | 'warn' | 'error') => (details: object, message: string) =>
    show({ event: 'log', level, message, details });
  const { HEADLESSPRO_SECRET_KEY: secret, HEADLESSPRO_PUBLISHABLE_KEY: publishable } = environment;
  const filesDirectory = resolve(context.directory, flags.files);
  const start = async () =>
    startHostedRuntime({
      databaseUrl: databaseUrlOf(flags, environment),
      encryptionKeys: encryptionKeysOf(environment),
      filesDirectory,
      host: flags.host,
      port: flags.port,
      trustedProxies: flags.trustedProxies,
      keys: {
        given: { ...(secret ? { secret } : {}), ...(publishable ? { publishable } : {}) },
        renew: flags.newKeys,
      },
      log: { debug: () => undefined, info: log('info'), warn: log('warn'), error: log('error') },
    });
  const runtime = await start().catch((error: unknown) => {
    throw explained(error, flags);
  });
  if (flags.requests) {
    runtime.onRequest(({ method, path, status, milliseconds, operation, requestId }) =>
      show({
        event: 'request',
        ...{ method, path, status, requestId },
        milliseconds: Math.round(milliseconds * 10) / 10,
        operation: operation ?? null,
      }),
    );
  }
  show({
    event: 'ready',
    api: runtime.url,
    graphql: `${runtime.url}/graphql`,
    database: runtime.database,
    files: filesDirectory,
    pid: process.pid,
    secretKey: runtime.madeKeys.secret ?? null,
    publishableKey: runtime.madeKeys.publishable ?? null,
  });
  if (!signal.aborted) await new Promise((end) => signal.addEventListener('abort', end, { once: true }));
  show({ event: 'stopping' });
  await runtime.close();
  show({ event: 'stopped' });
}
