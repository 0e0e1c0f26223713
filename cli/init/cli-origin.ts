import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { refused } from '../cli-error.ts';

interface PackageFile {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockFile {
  readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

/** The folder whose `node_modules` holds a package, also where pnpm keeps it two levels deeper. */
function projectOf(packageDirectory: string): string | undefined {
  const marker = `${sep}node_modules${sep}`;
  const pnpm = packageDirectory.indexOf(`${marker}.pnpm${sep}`);
  const at = pnpm === -1 ? packageDirectory.lastIndexOf(marker) : pnpm;
  return at === -1 ? undefined : packageDirectory.slice(0, at);
}

/** How the package came here, in the words of whoever installed it: a path, a URL, or a range of a registry. */
function installedFrom(project: string): string | undefined {
  const manifest = readJson<PackageFile>(join(project, 'package.json'));
  const declared =
    manifest?.dependencies?.headlesspro ??
    manifest?.devDependencies?.headlesspro ??
    manifest?.optionalDependencies?.headlesspro;
  if (declared) return declared;
  const lock = readJson<LockFile>(join(project, 'node_modules', '.package-lock.json'));
  return lock?.packages?.['node_modules/headlesspro']?.resolved;
}

const localPath = /^(?:file:|link:|portal:)(.+)$/;

/**
 * What the dependency on `headlesspro` of a new project must say to install the CLI that is running: where it came
 * from a registry, its version; a checkout or a tarball is named where it lies.
 *
 * npx of a tarball is the awkward case: it installs into a cache folder whose own package.json names the tarball
 * relative to itself.
 */
export function cliOrigin(packageDirectory: string): string {
  const project = projectOf(packageDirectory);
  if (!project) return `file:${packageDirectory}`;
  const version = readJson<PackageFile>(join(packageDirectory, 'package.json'))?.version ?? '0.0.0';
  const spec = installedFrom(project);
  const path = spec && (localPath.exec(spec)?.[1] ?? (/^\.{0,2}\/|\.tgz$/.test(spec) ? spec : undefined));
  if (path && !path.includes('://')) {
    const target = isAbsolute(path) ? path : resolve(project, path);
    if (existsSync(target)) return `file:${target}`;
    throw refused('origin_missing', `This hp was installed from ${target}, which is not there any more.`, {
      fix: 'Put the file back, or install hp again, so that the new project can install it too.',
      where: { file: dirname(target) },
    });
  }
  return spec && /^(https?|git)/.test(spec) && !/registry|\/-\//.test(spec) ? spec : `^${version}`;
}
