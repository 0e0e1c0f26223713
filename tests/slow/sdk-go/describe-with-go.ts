import { describe, test } from 'vitest';
import { whyGoIsMissing } from './go-tools.ts';

/** A suite that needs Go. Without it, it is skipped and says why; where CI runs, it fails. */
export function describeWithGo(name: string, define: () => void): void {
  const reason = whyGoIsMissing();
  if (reason === undefined) {
    describe(name, define);
    return;
  }
  describe(name, () => {
    test.skipIf(!process.env.CI)(reason, () => {
      throw new Error(`${reason} .ci/run installs it.`);
    });
  });
}
