/** What `node:test` gives a test (Node 20.12 and later). */
export interface NodeTestContext {
  readonly name: string;
  readonly fullName?: string;
  readonly passed?: boolean;
  after(work: () => Promise<void>): void;
  diagnostic(message: string): void;
}

/** What vitest gives a test. */
export interface VitestTestContext {
  readonly task: {
    readonly name: string;
    readonly fullTestName?: string;
    readonly result?: {
      readonly state: string;
      readonly errors?: { message: string; stack?: string }[];
    };
  };
  onTestFinished(work: () => Promise<void>): void;
}

/** A test as its runner shows it to itself. Jest shows none: `withSandbox` is for it. */
export type TestContext = NodeTestContext | VitestTestContext;

export interface FollowedTest {
  readonly name: string;
  /** Calls `work` once, after the test and however it ended. What `tell` is given stands with the failure. */
  whenOver(work: (hasFailed: boolean, tell: (text: string) => void) => Promise<void>): void;
}

function followVitest({ task, onTestFinished }: VitestTestContext): FollowedTest {
  return {
    name: task.fullTestName ?? task.name,
    whenOver(work) {
      onTestFinished(() =>
        work(task.result?.state === 'fail', (text) => {
          // Of a test that is tried again, the last.
          const error = task.result?.errors?.at(-1);
          if (error) error.message += `\n${text}`;
        }),
      );
    },
  };
}

function followNode(context: NodeTestContext): FollowedTest {
  return {
    name: context.fullName ?? context.name,
    whenOver(work) {
      context.after(() => work(context.passed === false, (text) => context.diagnostic(text)));
    },
  };
}

/** Asks the runner's own hooks how a test ends. */
export function followTest(context: TestContext): FollowedTest {
  return 'task' in context ? followVitest(context) : followNode(context);
}
