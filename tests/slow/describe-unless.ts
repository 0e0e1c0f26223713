import { describe, test } from 'vitest';

/** A suite that needs a program. Where there is a reason why it is missing, it is skipped and says so; CI fails. */
export function describeUnless(reason: string | undefined, name: string, define: () => void): void {
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
