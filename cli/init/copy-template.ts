import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageRoot } from '../package-root.ts';

const templatesDirectory = () => join(packageRoot(), 'templates');

/** Made by a template that somebody works on in place. */
const leftOut = new Set(['node_modules', 'dist', '.headlesspro', 'package-lock.json', '.git']);

interface TemplateManifest {
  name: string;
  description?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Template {
  readonly name: string;
  readonly summary: string;
}

export function templates(): Template[] {
  return readdirSync(templatesDirectory(), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(templatesDirectory(), entry.name, 'package.json')),
    )
    .map((entry) => {
      const manifest: TemplateManifest = JSON.parse(
        readFileSync(join(templatesDirectory(), entry.name, 'package.json'), 'utf8'),
      );
      return { name: entry.name, summary: manifest.description ?? '' };
    });
}

function byName(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a.localeCompare(b)));
}

/** The template's package.json under the project's name, depending on the CLI that is running. */
function writeManifest(directory: string, name: string, headlesspro: string): void {
  const file = join(directory, 'package.json');
  const { description: _, ...manifest }: TemplateManifest = JSON.parse(readFileSync(file, 'utf8'));
  const { headlesspro: __, ...dependencies } = manifest.dependencies ?? {};
  const devDependencies = byName({ ...manifest.devDependencies, headlesspro });
  writeFileSync(file, `${JSON.stringify({ ...manifest, name, dependencies, devDependencies }, null, 2)}\n`);
}

export function copyTemplate(
  template: string,
  directory: string,
  project: { readonly name: string; readonly headlesspro: string },
): void {
  const source = join(templatesDirectory(), template);
  cpSync(source, directory, {
    recursive: true,
    filter: (path) => path === source || !leftOut.has(basename(path)),
  });
  // npm leaves files named .gitignore out of a package.
  if (existsSync(join(directory, 'gitignore')))
    renameSync(join(directory, 'gitignore'), join(directory, '.gitignore'));
  writeManifest(directory, project.name, project.headlesspro);
}
