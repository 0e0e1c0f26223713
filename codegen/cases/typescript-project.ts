import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settings under which generated code must compile: the strictest, and no types but those of the web. */
const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  noEmit: true,
  pretty: false,
};

/** Makes a folder of generated code a project for `tsc -p`. */
export async function writeTypeScriptProject(
  directory: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const settings = { compilerOptions: { ...compilerOptions, ...changes }, include: ['**/*.ts'] };
  await writeFile(join(directory, 'tsconfig.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
