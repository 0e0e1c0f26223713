import { brotliDecompressSync } from 'node:zlib';

export interface Fonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

let loaded: Promise<Fonts> | undefined;

async function load(): Promise<Fonts> {
  const [{ regular }, { bold }] = await Promise.all([
    import('./fonts/noto-sans-regular.ts'),
    import('./fonts/noto-sans-bold.ts'),
  ]);
  const unpacked = (text: string) => brotliDecompressSync(Buffer.from(text, 'base64'));
  return { regular: unpacked(regular), bold: unpacked(bold) };
}

/** Noto Sans with Latin, Greek and Cyrillic letters; unpacked with the first document. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= load();
  return loaded;
}
