import { describe } from 'vitest';
import { cardNumberSuite } from './card-numbers.suite.ts';
import { configurationSuite } from './configuration.suite.ts';
import { cursorSuite } from './cursors.suite.ts';
import { entranceSuite } from './entrance.suite.ts';
import { errorSuite } from './errors.suite.ts';
import { fuzzSuite } from './fuzz.suite.ts';
import type { OpenEngine } from './given-api.ts';
import { idempotencySuite } from './idempotency.suite.ts';
import { keySuite } from './keys.suite.ts';
import { limitSuite } from './limits.suite.ts';

/** What the platform's HTTP door promises for every operation, whatever engine stores what is behind it. */
export function apiSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`the API on ${engineName}`, () => {
    entranceSuite(openEngine);
    errorSuite(openEngine);
    cardNumberSuite(openEngine);
    cursorSuite(openEngine);
    idempotencySuite(openEngine);
    keySuite(openEngine);
    limitSuite(openEngine);
    configurationSuite(openEngine);
    fuzzSuite(openEngine);
  });
}
