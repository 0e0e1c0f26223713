import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { execa } from 'execa';
import { dist, publicEntries, root } from './entry-points.ts';

const relativeImport = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)\.ts['"]/g;

/** A declaration file and those it mentions, itself first. */
function mentioned(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(relativeImport))
    mentioned(resolve(dirname(file), `${path}.d.ts`), seen);
  return seen;
}

const bareImport = /^(?:import|export) .*from '([^.'][^']*)';$|import\("([^."][^"]*)"\)/gm;

/** Users have Node's types at most: what a declaration takes from elsewhere would be `any` to them, silently. */
function refuseForeign(files: readonly string[]): void {
  for (const file of files) {
    for (const [, named, inline] of readFileSync(file, 'utf8').matchAll(bareImport)) {
      const name = named ?? inline ?? '';
      if (!name.startsWith('node:')) throw new Error(`${file} mentions "${name}", which users don't have.`);
    }
  }
}

/** The compiler writes a declaration for every file that it read; users need those that a door leads to. */
function removeUnmentioned(directory: string, kept: ReadonlySet<string>): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) removeUnmentioned(path, kept);
    else if (!kept.has(path)) rmSync(path);
  }
  if (readdirSync(directory).length === 0) rmdirSync(directory);
}

/** Types of the package's doors, and of what they mention. */
export async function writeDeclarations(doors: readonly string[]): Promise<void> {
  const types = join(dist, 'types');
  rmSync(types, { recursive: true, force: true });
  const project = join(dist, 'tsconfig.types.json');
  const settings = {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      emitDeclarationOnly: true,
      stripInternal: true,
      rootDir: '..',
      outDir: 'types',
    },
    include: [],
    files: doors.flatMap((door) => (publicEntries[door] ? [join(root, publicEntries[door])] : [])),
  };
  writeFileSync(project, JSON.stringify(settings));
  await execa('tsc', ['-p', project], { cwd: root, preferLocal: true, stdio: 'inherit' });
  rmSync(project);
  const kept = doors
    .flatMap((door) => publicEntries[door] ?? [])
    .flatMap((file) => [...mentioned(join(types, file.replace(/\.ts$/, '.d.ts')))]);
  refuseForeign(kept);
  removeUnmentioned(types, new Set(kept));
}
