import { isNativeError } from 'node:util/types';
import type { NodeTestContext } from './test-context.ts';

/** The name of the test that runs, where the runner has its `expect` as a global, as jest has. */
export function nameOfRunningTest(): string | undefined {
  const { expect }: { expect?: { getState?(): { currentTestName?: string } } } = globalThis as object;
  return expect?.getState?.().currentTestName;
}

/** Puts a line below what an error says: runners print its message or its stack, which begins with that. */
function addToMessage(error: unknown, line: string): void {
  // Not by its class: in jest, errors of tests are of another realm.
  if (!isNativeError(error)) return void process.stderr.write(`${line}\n`);
  // The stack first: it is put together, message included, when it is first asked for.
  const { stack, message } = error;
  error.message = `${message}\n${line}`;
  if (stack?.includes(message)) error.stack = stack.replace(message, () => error.message);
}

/** Runs something as a test that knows how it ends, for runners that don't tell. */
export async function runAsTest(name: string, work: (test: NodeTestContext) => Promise<void>): Promise<void> {
  const endings: (() => Promise<void>)[] = [];
  let failure: { readonly error: unknown } | undefined;
  const test: NodeTestContext = {
    name,
    get passed() {
      return failure === undefined;
    },
    after: (end) => void endings.push(end),
    diagnostic: (line) => addToMessage(failure?.error, line),
  };
  try {
    await work(test);
  } catch (error) {
    failure = { error };
  }
  for (const end of endings) {
    try {
      await end();
    } catch (error) {
      // What went wrong first is what is told.
      failure ??= { error };
    }
  }
  if (failure) throw failure.error;
}
