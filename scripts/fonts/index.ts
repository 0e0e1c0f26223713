// Fonts of documents → modules: `node --import tsx scripts/fonts/index.ts regular.ttf bold.ttf`. The files are Noto Sans,
// cut down to Latin, Greek and Cyrillic by fonttools' pyftsubset, so that the package stays small.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../runtime/services/orders/documents/fonts');
const [regular = '', bold = ''] = process.argv.slice(2);

for (const [name, file] of Object.entries({ regular, bold })) {
  const text = brotliCompressSync(readFileSync(file)).toString('base64');
  const lines = [
    '// Written by scripts/fonts/index.ts, do not edit. Noto Sans, SIL Open Font License 1.1: OFL.txt beside this file.',
    '',
    '/** A TrueType file: brotli, base64. */',
    `export const ${name}: string =`,
    `  '${text}';`,
  ];
  writeFileSync(join(folder, `noto-sans-${name}.ts`), `${lines.join('\n')}\n`);
}
