import { describe } from 'vitest';
import { cursorSuite } from './cursors.suite.ts';
import { entranceSuite } from './entrance.suite.ts';
import { errorSuite } from './errors.suite.ts';
import type { OpenEngine } from './given-api.ts';

/** What the platform's HTTP door promises for every operation, whatever engine stores what is behind it. */
export function apiSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`the API on ${engineName}`, () => {
    entranceSuite(openEngine);
    errorSuite(openEngine);
    cursorSuite(openEngine);
  });
}
