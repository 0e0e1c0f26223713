import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, type ConfigIssue, type SourceLocation } from './config-error.ts';
import { defineConfig, env } from './define-config.ts';
import { type ParsedConfig, parseConfig } from './parse-config.ts';
import { takeCompiler } from './take-compiler.ts';

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

/** The first place in the stack, or in a parser's own report, that lies in the project. */
function locationOf(error: unknown, file: string): SourceLocation | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('loc' in error && typeof error.loc === 'object' && error.loc !== null && 'line' in error.loc) {
    const { line, column } = error.loc as { line: number; column?: number };
    return { file, line, column: (column ?? 0) + 1 };
  }
  const text = `${'stack' in error ? error.stack : ''}`;
  const inMessage = /\((\d+):(\d+)\)/.exec('message' in error ? String(error.message) : '');
  const inStack = text
    .split('\n')
    .map((line) => /(?:file:\/\/)?(\/[^\s():]+|[A-Z]:[^\s():]+):(\d+):(\d+)/.exec(line))
    .find((match) => match && !match[1]?.includes('node_modules'));
  if (inStack?.[1] && dependenciesOf(file).includes(inStack[1])) {
    return { file: inStack[1], line: Number(inStack[2]), column: Number(inStack[3]) };
  }
  return inMessage ? { file, line: Number(inMessage[1]), column: Number(inMessage[2]) } : undefined;
}

/** Where transformed sources are kept by their hash, so that a start needs no compiler; only beside local state. */
function cacheDirectory(file: string): string | false {
  const state = join(dirname(file), '.headlesspro');
  return existsSync(state) ? join(state, 'cache') : false;
}

async function evaluate(file: string): Promise<unknown> {
  const jiti = takeCompiler()(pathToFileURL(file).href, {
    moduleCache: false,
    fsCache: cacheDirectory(file),
    interopDefault: false,
    // So that a config can be read before the project's dependencies are installed.
    virtualModules: { headlesspro: { defineConfig, env } },
  });
  try {
    const loaded: Record<string, unknown> = await jiti.import(file);
    if (!('default' in loaded)) {
      throw new ConfigError([
        { pointer: '', message: 'the file has no default export: export default defineConfig({ … }).' },
      ]);
    }
    return loaded.default;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const location = locationOf(error, file) ?? { file, line: 1, column: 1 };
    const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    throw new ConfigError([{ pointer: '', message: `could not be read: ${message}`, location }]);
  }
}

async function withLocation(issue: ConfigIssue, file: string): Promise<ConfigIssue> {
  if (issue.location) return issue;
  const { locateInSource } = await import('./locate-in-source.ts');
  const position = locateInSource(readFileSync(file, 'utf8'), file, issue.pointer);
  return position ? { ...issue, location: { file, ...position } } : issue;
}

/**
 * Reads, evaluates and validates a config file; every call sees the file as it is now.
 * @throws {ConfigError} naming every fault with its file, line and column.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  const dependencies = dependenciesOf(file);
  try {
    const parsed = parseConfig(await evaluate(file));
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
