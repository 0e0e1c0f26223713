import { setTimeout as pause } from 'node:timers/promises';
import type { TunnelInput } from '../../runtime/config/index.ts';
import { refused } from '../cli-error.ts';
import type { Ngrok } from './load-ngrok.ts';
import { tunnelFailure } from './tunnel-failure.ts';

export interface Tunnel {
  /** Public, and without a slash at its end: `https://shop.ngrok.app`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where the token is, unless the config names another variable: where ngrok's own tools look. */
const usualVariable = 'NGROK_AUTHTOKEN';

/** Milliseconds after which ngrok counts as out of reach; a firewall that drops packets says nothing. */
const usualPatience = 20_000;

export interface TunnelAccount {
  readonly authtoken: string;
  /** Where the token came from, for messages. */
  readonly variable: string;
  readonly domain: string | undefined;
}

export interface TunnelOptions {
  readonly account: TunnelAccount;
  /** Aborts when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly patience?: number;
}

/** @throws {CliError} `no_tunnel_token` */
export function tunnelAccount(input: TunnelInput | undefined, environment: NodeJS.ProcessEnv): TunnelAccount {
  const { authtoken: reference, domain } = input?.ngrok ?? {};
  const variable = reference?.env ?? usualVariable;
  const authtoken = environment[variable]?.trim();
  if (authtoken) return { authtoken, variable, domain };
  throw refused(
    'no_tunnel_token',
    `A tunnel needs the token of an ngrok account, and ${variable} is not set.`,
    {
      fix: `Copy it from https://dashboard.ngrok.com/get-started/your-authtoken and set it: \`export ${variable}=…\`.`,
      details: { variable },
    },
  );
}

/**
 * Opens a public address for what listens at an address of this machine. It opens itself again where the connection breaks.
 * @throws {CliError} `ngrok_unreachable`, `ngrok_token_refused`, `too_many_tunnels`, `tunnel_refused`
 */
export async function openTunnel(
  ngrok: Ngrok,
  address: string,
  { account, signal, patience = usualPatience }: TunnelOptions,
): Promise<Tunnel> {
  const { authtoken, domain } = account;
  const opening = ngrok.forward({ addr: address, authtoken, ...(domain === undefined ? {} : { domain }) });
  const waiting = new AbortController();
  const giveUp = async () => {
    await pause(patience, undefined, { signal: AbortSignal.any([waiting.signal, signal]) });
    throw new Error(`no answer in ${patience / 1000} s`);
  };
  try {
    const listener = await Promise.race([opening, giveUp()]);
    const url = listener.url();
    if (url) return { url: url.replace(/\/+$/, ''), close: () => listener.close() };
    throw new Error('it gave no address');
  } catch (error) {
    // What may come after all is not wanted any more.
    opening.then((late) => late.close()).catch(() => undefined);
    signal.throwIfAborted();
    throw tunnelFailure(error, account);
  } finally {
    waiting.abort();
  }
}
