import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/**
 * Two projects: `fast` is `npm test`; `wide` adds what packs, installs or drives a browser (`npm run test:wide`).
 * Both take every core: what they share, the build, is made once before.
 */
export default defineConfig({
  test: {
    // Tests that start several processes take their time on a slow machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/build-once.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['{runtime,emulator,codegen,cli,tests,bin}/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/slow/**', '**/node_modules/**', 'tests/output/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'wide',
          include: ['tests/{browser,slow}/**/*.test.ts'],
          // A machine that is three times slower than usual is slow, and not wrong.
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
