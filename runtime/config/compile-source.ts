import type { TransformOptions, TransformResult } from 'jiti';
import { transform } from 'sucrase';

/**
 * A module in TypeScript or JavaScript → CommonJS, as jiti runs it. Every line stays the line that it was, so that
 * stacks name the right ones.
 */
export function compileSource({ source, ts = false, async = false }: TransformOptions): TransformResult {
  const { code } = transform(source, {
    transforms: ts ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    preserveDynamicImport: true,
  });
  // What is imported from the project may have to be waited for itself.
  return { code: async ? code.replace(ownImport, `$1${marked}(await jitiImport($2))`) : code };
}

/** A module that Node has imported says it is one in another way than those that were compiled. */
const marked =
  "(module => module?.[Symbol.toStringTag] === 'Module' ? { ...module, __esModule: true } : module)";

/** As sucrase writes the import of a file: `var _name = require('./name.ts');`, or without a variable. */
const ownImport = /(\bvar _\w+ = |(?:^|\n))require\((['"]\.{1,2}\/[^'"\n]*['"])\)(?=;)/g;
