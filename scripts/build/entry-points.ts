import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const dist = join(root, 'dist');

/** The package's subpaths: name of the built file → the source that is its door. */
export const publicEntries: Readonly<Record<string, string>> = {
  index: 'runtime/config/define-config.ts',
  testing: 'emulator/testing.ts',
};

function commandFiles(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that is loaded by name at run time, and so must keep a file of its own. */
export function entryPoints(): Record<string, string> {
  const commands = commandFiles('cli/commands').map((file) => [
    `commands/${file.slice(join(root, 'cli/commands/').length, -'.ts'.length)}`,
    file,
  ]);
  const doors = Object.entries(publicEntries)
    .map(([name, file]) => [name, join(root, file)])
    .filter(([, file]) => existsSync(file ?? ''));
  return Object.fromEntries([
    ['main', join(root, 'cli/main.ts')],
    ...commands,
    ...doors,
    // No subpath of the package: what `npm run bench` measures is the built platform.
    ['test-store', join(root, 'emulator/testing/start-test-store.ts')],
  ]);
}
