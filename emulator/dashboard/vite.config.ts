import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const directory = import.meta.dirname;

/** GraphiQL's styles carry Roboto and Fira Code in twenty cuts; the system's fonts do as well, and weigh nothing. */
function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/graphiql[\\/].*style\.css/.test(id)) return undefined;
      return code.replace(/@font-face\s*\{[^}]*font-family:\s*"?(?:Roboto|Fira Code)"?[^}]*\}/g, '');
    },
  };
}

export default defineConfig({
  root: directory,
  // The pages work below any path.
  base: './',
  plugins: [withoutFonts(), react()],
  resolve: {
    alias: {
      // Half a megabyte of JavaScript parser, for indenting JSON.
      'prettier/parser-babel': join(directory, 'src/playground/json-formatter.ts'),
      'prettier/plugins/estree': join(directory, 'src/playground/json-formatter.ts'),
    },
  },
  worker: { format: 'es' },
  build: {
    outDir: join(directory, '../../dist/dashboard'),
    emptyOutDir: true,
    assetsDir: '_emulator/assets',
    // A browser of today; the emulator is a developer's tool.
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onwarn(warning, warn) {
        // GraphiQL's hints to a compiler that has run already; nothing is lost with them.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: { dashboard: join(directory, 'index.html'), playground: join(directory, 'playground.html') },
    },
  },
  server: {
    port: 4100,
    proxy: Object.fromEntries(
      ['/_emulator/session', '/_emulator/v1', '/_emulator/receive', '/v1', '/graphql', '/media'].map(
        (path) => [path, 'http://127.0.0.1:4000'],
      ),
    ),
  },
});
