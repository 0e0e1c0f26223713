import type { TransformOptions, TransformResult } from 'jiti';
import { transform } from 'sucrase';

/**
 * A module in TypeScript or JavaScript → CommonJS, as jiti runs it. Every line stays the line that it was, so that
 * stacks name the right ones.
 */
export function compileSource({ source, ts = false }: TransformOptions): TransformResult {
  return transform(source, {
    transforms: ts ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    preserveDynamicImport: true,
  });
}
