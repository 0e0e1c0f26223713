import { createRequire } from 'node:module';

/** A start may need it twice. */
const keptAtStart = 3000;
/** A config that was edited once will be edited again, and should not wait for the compiler each time. */
const keptWhileEditing = 10 * 60_000;

const { prepareStackTrace } = Error;
let dropping: NodeJS.Timeout | undefined;
let wasDropped = false;

/**
 * The compiler of TypeScript, which takes 15 MB once it was needed: it is let go of when nobody asks for it any more,
 * as the emulator that read its config runs on all day.
 */
export function takeCompiler(): typeof import('jiti').createJiti {
  const load = createRequire(import.meta.url);
  const { createJiti }: typeof import('jiti') = load('jiti');
  clearTimeout(dropping);
  dropping = setTimeout(() => drop(load), wasDropped ? keptWhileEditing : keptAtStart).unref();
  return createJiti;
}

function drop(load: NodeJS.Require): void {
  wasDropped = true;
  // Babel puts itself in here, to keep its own lines out of stacks.
  Error.prepareStackTrace = prepareStackTrace;
  for (const file of Object.keys(load.cache)) {
    if (/[\\/]jiti[\\/](?:lib|dist)[\\/]/.test(file)) delete load.cache[file];
  }
}
