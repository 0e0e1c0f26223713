import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError, type ConfigIssue } from './config-error.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';
import { runConfig } from './run-config.ts';

export const configFileNames = [
  'headlesspro.config.ts',
  'headlesspro.config.mts',
  'headlesspro.config.js',
] as const;

export interface LoadedConfig extends ParsedConfig {
  readonly file: string;
  /** The config file and the local files it imports: what to watch. */
  readonly dependencies: readonly string[];
}

/** The config file of a project folder, or undefined where there is none. */
export function findConfigFile(directory: string): string | undefined {
  return configFileNames.map((name) => join(directory, name)).find((file) => existsSync(file));
}

const relativeImport = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/** Local files that a file imports, itself first. Files that don't exist are left to the loader to report. */
function dependenciesOf(file: string, seen: ReadonlySet<string> = new Set()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  const withThis = new Set([...seen, file]);
  const imports = [...readFileSync(file, 'utf8').matchAll(relativeImport)].map((match) => match[1] ?? '');
  const found = imports.flatMap((specifier) => {
    const target = resolve(dirname(file), specifier);
    const candidates = [
      target,
      `${target}.ts`,
      `${target}.js`,
      target.replace(/\.js$/, '.ts'),
      join(target, 'index.ts'),
    ];
    const existing = candidates.find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(candidate));
    return existing ? dependenciesOf(existing, withThis) : [];
  });
  return [...new Set([file, ...found])];
}

async function evaluate(file: string, dependencies: readonly string[]): Promise<unknown> {
  const loaded = await runConfig(file).catch(async (error) => {
    const { describeFault } = await import('./describe-fault.ts');
    throw new ConfigError([await describeFault(error, dependencies)]);
  });
  if ('default' in loaded) return loaded.default;
  throw new ConfigError([
    { pointer: '', message: 'the file has no default export: export default defineConfig({ … }).' },
  ]);
}

async function withLocation(issue: ConfigIssue, file: string): Promise<ConfigIssue> {
  if (issue.location) return issue;
  const { locateInSource } = await import('./locate-in-source.ts');
  const position = locateInSource(readFileSync(file, 'utf8'), issue.pointer);
  return position ? { ...issue, location: { file, ...position } } : issue;
}

/**
 * Reads, evaluates and validates a config file; every call sees the file as it is now.
 * @throws {ConfigError} naming every fault with its file, line and column.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const dependencies = dependenciesOf(file);
  try {
    const parsed = parseConfig(await evaluate(file, dependencies));
    const { integrations } = parsed.config;
    if (integrations.length > 0) {
      const { checkIntegrations } = await import('./check-integrations.ts');
      await checkIntegrations(integrations);
    }
    return { file, ...parsed, dependencies };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(await Promise.all(error.issues.map((issue) => withLocation(issue, file))));
  }
}
