import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { dist, publicEntries, root } from './entry-points.ts';

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
}
