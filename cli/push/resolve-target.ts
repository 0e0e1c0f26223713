import type { TargetInput } from '../../runtime/config/index.ts';
import { refused, usage } from '../cli-error.ts';
import { nearestName } from '../nearest-name.ts';

/** A hosted runtime, and how to get in. */
export interface Target {
  /** Of the config, or the URL's host. */
  readonly name: string;
  readonly url: string;
  readonly secretKey: string;
  /** Where the key came from, for messages. */
  readonly keyVariable: string;
  /** Whether a push asks for its name. */
  readonly isProtected: boolean;
}

type Targets = Readonly<Record<string, TargetInput>>;

/** For a URL that no target of the config has. */
const urlKeyVariable = 'HEADLESSPRO_TARGET_KEY';

function parsedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw usage('bad_url', `${text} is not a URL such as https://api.example.com.`);
  }
  if (url.username || url.password) {
    throw usage('credentials_in_url', 'The URL of a target must not hold a user or a password.', {
      fix: `Give the secret key in ${urlKeyVariable}, or by \`secretKey: env('…')\` in the config's targets.`,
    });
  }
  return url;
}

/** The same address is the same target, however it is written. */
function normal(url: string): string {
  return new URL(url).href.replace(/\/+$/, '');
}

function choose(
  to: string | undefined,
  targets: Targets,
): { name: string; url: string; input?: TargetInput } {
  const names = Object.keys(targets);
  if (to === undefined) {
    const [only, ...others] = Object.entries(targets);
    if (only && others.length === 0) return { name: only[0], url: normal(only[1].url), input: only[1] };
    throw usage('no_target', names.length > 0 ? 'Which target?' : 'The config declares no targets.', {
      fix: `Name it with --to: ${names.length > 0 ? `${names.join(', ')}, or ` : ''}a URL.`,
    });
  }
  const named = targets[to];
  if (named) return { name: to, url: normal(named.url), input: named };
  if (!to.includes('://')) {
    const nearest = nearestName(to, names);
    throw usage('unknown_target', `The config declares no target "${to}".`, {
      fix: nearest
        ? `Did you mean ${nearest}?`
        : `It declares ${names.length > 0 ? names.join(', ') : 'none'}; a URL works too: --to https://api.example.com`,
      details: { targets: names },
    });
  }
  const url = normal(parsedUrl(to).href);
  const declared = Object.entries(targets).find(([, input]) => normal(input.url) === url);
  if (declared) return { name: declared[0], url, input: declared[1] };
  return { name: new URL(url).host, url };
}

/** The target that a command means: a name of the config, a URL, or the only one that there is. */
export function resolveTarget(
  to: string | undefined,
  targets: Targets,
  environment: NodeJS.ProcessEnv,
): Target {
  const { name, url, input } = choose(to, targets);
  const keyVariable = input?.secretKey.env ?? urlKeyVariable;
  const secretKey = environment[keyVariable];
  if (!secretKey) {
    throw refused('no_key', `The secret key of ${name} is not set.`, {
      fix: `Put it into the environment variable ${keyVariable}.`,
      details: { variable: keyVariable },
    });
  }
  return { name, url, secretKey, keyVariable, isProtected: input?.protected ?? false };
}
