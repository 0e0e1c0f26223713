import type { Plugin } from 'esbuild';

const decoder = { filter: /^brotli\/decompress\.js$/ };
const nodeDecoder = `
import { brotliDecompressSync } from 'node:zlib';
export default (bytes) => new Uint8Array(brotliDecompressSync(bytes));
`;

/** fontkit brings a decoder of its own, half a megabyte; Node has one. */
export const nodeBrotli: Plugin = {
  name: 'node-brotli',
  setup(build) {
    build.onResolve(decoder, ({ path }) => ({ path, namespace: 'node-brotli' }));
    build.onLoad({ filter: /.*/, namespace: 'node-brotli' }, () => ({ contents: nodeDecoder, loader: 'js' }));
  },
};
