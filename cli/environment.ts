import { usage } from './cli-error.ts';
import { nearestName } from './nearest-name.ts';

/** Every variable with our prefix that `hp` or what it starts reads. Listed in docs/reference/cli.md. */
export const knownVariables: Readonly<Record<string, string>> = {
  HEADLESSPRO_SQLITE_DRIVER: 'SQLite binding to use: `better-sqlite3`, `node:sqlite` or `libsql`.',
  HEADLESSPRO_URL: "The platform's address, for the SDK and for commands that talk to a server.",
  HEADLESSPRO_SECRET_KEY: 'Secret key, for the SDK; the one that `hp runtime start` lets in.',
  HEADLESSPRO_PUBLISHABLE_KEY: 'Publishable key, for storefronts; the one that `hp runtime start` lets in.',
  HEADLESSPRO_WEBHOOK_SECRET: 'Secrets that webhooks are verified with, for the SDK.',
  HEADLESSPRO_DATABASE_URL:
    'PostgreSQL database of `hp runtime start`: `postgres://user:password@host/database`.',
  HEADLESSPRO_ENCRYPTION_KEYS:
    'What `hp runtime start` seals personal data with: `id:base64[,id:base64…]`, 32 bytes each; the first one seals.',
  HEADLESSPRO_TARGET_KEY:
    'Secret key of the runtime that `hp push --to URL`, `hp pull` and `hp diff` talk to.',
  HEADLESSPRO_LOG: 'How much the SDK logs: `info` or `debug`.',
};

const prefix = 'HEADLESSPRO_';

/** Throws on a variable with our prefix that nothing reads: a misspelt setting must not be ignored. */
export function checkEnvironment(environment: NodeJS.ProcessEnv): void {
  const known = Object.keys(knownVariables);
  const unknown = Object.keys(environment).find((name) => name.startsWith(prefix) && !known.includes(name));
  if (!unknown) return;
  const nearest = nearestName(unknown, known);
  throw usage('unknown_variable', `The environment variable ${unknown} is not one that hp knows.`, {
    fix: nearest
      ? `Did you mean ${nearest}? Rename or unset it.`
      : `Unset it; names beginning with ${prefix} are reserved (${known.join(', ')}).`,
    details: { variable: unknown, known },
  });
}
