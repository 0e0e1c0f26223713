import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../codegen/index.ts';

/** How a program in the language comes to the SDK, as a line of a project's README. */
const lines: Readonly<Partial<Record<Language, string>>> = {
  python:
    '- `sdk/python/`: the SDK in Python, kept the same way; `pip install ./sdk/python` brings it into a program.',
  go: '- `sdk/go/`: the SDK in Go, kept the same way; `go work init` and `go work use . ./sdk/go` bring it into a program.',
};

/** Where the template's README tells of the SDK in TypeScript. */
const place = /^- `src\/headlesspro\/`.*\n/m;

/** Says in the README of a new project where the SDKs lie that its storefront doesn't use. */
export function mentionSdks(directory: string, languages: readonly Language[]): void {
  const file = join(directory, 'README.md');
  const more = languages.flatMap((language) => lines[language] ?? []).map((line) => `${line}\n`);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(place, (line) => line + more.join('')),
  );
}
