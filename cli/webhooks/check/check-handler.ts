import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CliError, usage } from '../../cli-error.ts';
import type { CommandContext } from '../../context.ts';
import { lookUpProject } from '../../project/find-project.ts';
import { checkedUrl } from '../checked-url.ts';
import { knownSecret } from '../listen/listen-secret.ts';
import { type CheckCase, checkCases } from './check-cases.ts';

export interface CheckOutcome {
  readonly name: string;
  readonly expects: 'accepted' | 'refused';
  readonly isGood: boolean;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: string | null;
  readonly why: string;
}

export interface Checked {
  readonly url: string;
  readonly outcomes: readonly CheckOutcome[];
  readonly isGood: boolean;
}

/** Milliseconds after which the platform takes no answer for a failure. */
const patience = 15_000;

function checkedBody(file: string | undefined, directory: string, now: Date): string {
  if (file === undefined) {
    const data = { id: 'whe_00000000000000000000000000', message: 'Sent by `hp webhooks check`.' };
    return JSON.stringify({ type: 'webhook_endpoint.tested', timestamp: now.toISOString(), data });
  }
  try {
    const text = readFileSync(resolve(directory, file), 'utf8').trim();
    if (typeof JSON.parse(text)?.type === 'string') return text;
  } catch (error) {
    throw usage(
      'bad_body',
      `--body ${file} can't be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw usage('bad_body', `--body ${file} is no event: it has no "type".`, {
    fix: 'Copy the body of a delivery: `hp webhooks show whd_… --json`.',
  });
}

function secretOf(given: string | undefined, { environment, directory }: CommandContext): string {
  const project = lookUpProject(directory);
  const secret =
    given ?? environment.HEADLESSPRO_WEBHOOK_SECRET?.split(/[\s,]+/)[0] ?? (project && knownSecret(project));
  if (secret === undefined) {
    throw usage('no_secret', 'The secret of the handler is needed to sign with.', {
      fix: 'Give it with --secret, or in HEADLESSPRO_WEBHOOK_SECRET; `hp webhooks listen` shows the one of a project.',
    });
  }
  if (/^whsec_[A-Za-z0-9+/]+=*$/.test(secret)) return secret;
  throw usage('bad_secret', 'That is no secret of a webhook: it has the form whsec_….', {
    fix: '`hp webhooks listen` shows one.',
  });
}

async function send(url: string, { name, expects, why, request }: CheckCase): Promise<CheckOutcome> {
  const startedAt = performance.now();
  const outcome = (status: number | null, isGood: boolean, error: string | null): CheckOutcome => ({
    ...{ name, expects, why, status, isGood, error },
    milliseconds: Math.round(performance.now() - startedAt),
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...request.headers, 'content-type': 'application/json' },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await response.arrayBuffer();
    const { status } = response;
    const isAccepted = status >= 200 && status < 300;
    const isRefused = status >= 400 && status < 500;
    return outcome(status, expects === 'accepted' ? isAccepted : isRefused, null);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError') return outcome(null, false, `no answer in ${patience / 1000} s`);
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new CliError('unreachable', 'handler_unreachable', `${url} can not be reached (${cause}).`, {
      fix: 'Start the handler, and check the address.',
      cause: error,
    });
  }
}

/** Sends a handler what comes in production, and says how it did. */
export async function checkHandler(
  request: { readonly url: string; readonly secret: string | undefined; readonly body: string | undefined },
  context: CommandContext,
): Promise<Checked> {
  const url = checkedUrl(request.url, 'URL');
  const now = new Date();
  const cases = checkCases(
    secretOf(request.secret, context),
    checkedBody(request.body, context.directory, now),
    now,
  );
  const outcomes: CheckOutcome[] = [];
  for (const each of cases) outcomes.push(await send(url, each));
  return { url, outcomes, isGood: outcomes.every(({ isGood }) => isGood) };
}
