import { createRequire } from 'node:module';

/** What was loaded is kept for a config that is edited, save after save. */
const keptMilliseconds = 3000;

const { prepareStackTrace } = Error;
let dropping: NodeJS.Timeout | undefined;

/**
 * The compiler of TypeScript, which takes 15 MB once it was needed: it is let go of when nobody asks for it any more,
 * as the emulator that read its config runs on all day.
 */
export function takeCompiler(): typeof import('jiti').createJiti {
  const load = createRequire(import.meta.url);
  const { createJiti }: typeof import('jiti') = load('jiti');
  clearTimeout(dropping);
  dropping = setTimeout(() => {
    dropping = undefined;
    // Babel puts itself in here, to keep its own lines out of stacks.
    Error.prepareStackTrace = prepareStackTrace;
    for (const file of Object.keys(load.cache)) {
      if (/[\\/]jiti[\\/](?:lib|dist)[\\/]/.test(file)) delete load.cache[file];
    }
  }, keptMilliseconds).unref();
  return createJiti;
}
