import { type Client, ClientProblem, ClientUnreachable, createClient } from '../../runtime/client/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import { type Side, sideOf } from '../../runtime/push/index.ts';
import { CliError, refused } from '../cli-error.ts';
import type { OpenStore } from '../project/open-store.ts';
import type { Target } from './resolve-target.ts';

function noPlatform(target: Target, cause: unknown): CliError {
  return refused('not_headlesspro', `${target.url} answers, but it is no HeadlessPro runtime.`, {
    fix: 'Check the address: it is the one that `hp runtime start` shows, without /v1.',
    cause,
  });
}

/** What a target's refusals mean to somebody at a terminal. */
function explained(error: unknown, target: Target): unknown {
  if (error instanceof ClientUnreachable) {
    return new CliError('unreachable', 'target_unreachable', `${target.name}: ${error.message}`, {
      fix: 'Check the address, and that the runtime runs there.',
      cause: error,
    });
  }
  if (!(error instanceof ClientProblem)) return error;
  if (error.status === 401) {
    return refused(
      'wrong_key',
      `${target.name} does not accept the key in ${target.keyVariable}. ${error.message}`,
      {
        fix: `Put the runtime's secret key (hp_sk_…) into ${target.keyVariable}.`,
        cause: error,
      },
    );
  }
  if (error.status === 403) {
    return refused(
      'key_not_allowed',
      `The key in ${target.keyVariable} may not do this on ${target.name}. ${error.message}`,
      {
        fix: 'It has to be a secret key (hp_sk_…), with the scopes that this needs.',
        cause: error,
      },
    );
  }
  // The platform's own refusals carry a code.
  return error.code === 'unknown' ? noPlatform(target, error) : error;
}

function withExplanations(client: Client, target: Target): Client {
  const explain = (error: unknown) => {
    throw explained(error, target);
  };
  return {
    url: client.url,
    execute: (...call) => client.execute(...call).catch(explain),
    open: (...call) => client.open(...call).catch(explain),
    download: (url) => client.download(url).catch(explain),
  };
}

/** Calls a target; what it refuses is told in words. */
export function connectClient(target: Target): Client {
  return withExplanations(createClient({ url: target.url, secretKey: target.secretKey }), target);
}

/** The target, once it is known to be one and to accept the key. */
export async function connectTarget(target: Target, store: OpenStore): Promise<Side> {
  const side = sideOf(target.name, connectClient(target), createContract(store.loaded.config));
  const answer = await side.call('store.state.getRevision', {});
  const isPlatform = typeof answer === 'object' && answer !== null && 'revision' in answer;
  if (!isPlatform) throw noPlatform(target, answer);
  return side;
}

/** The project's own store. */
export function localSide(store: OpenStore): Side {
  return {
    name: 'the local store',
    url: '',
    call: (operationId, input) => store.execute(operationId, input),
    async file(mediaId) {
      const { url } = (await store.execute('catalog.media.get', { mediaId })) as { url: string };
      return store.download(url);
    },
  };
}
