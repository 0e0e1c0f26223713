/**
 * How `hp` ends. The numbers are public: docs/reference/exit-codes.md lists them and a test compares the two.
 * Those of `hp` itself stay clear of the small numbers that a command it ran may use.
 */
export const exitCodes = {
  ok: { code: 0, meaning: 'Done.' },
  refused: { code: 1, meaning: 'Something has to be changed first; the message says what, and where.' },
  differences: { code: 2, meaning: 'Nothing went wrong, and there are differences (`--check`, `hp diff`).' },
  external: { code: 3, meaning: 'A command that `hp` ran (npm, git, …) failed; its output is shown.' },
  usage: { code: 64, meaning: 'The command line or an environment variable is not one that `hp` knows.' },
  unreachable: { code: 69, meaning: 'A server does not answer.' },
  bug: { code: 70, meaning: 'A fault in `hp`; a report was written, and its path is shown.' },
  not_run: {
    code: 125,
    meaning: '`hp exec` itself failed, whatever `error.kind` says; the command says nothing by it.',
  },
  not_executable: { code: 126, meaning: '`hp exec` may not run the command: the file is not executable.' },
  not_found: { code: 127, meaning: '`hp exec` did not find the command.' },
  cancelled: { code: 130, meaning: 'Stopped with Ctrl-C, or a question was declined.' },
  terminated: { code: 143, meaning: 'Stopped from outside (SIGTERM).' },
} as const satisfies Record<string, { code: number; meaning: string }>;

export type Outcome = keyof typeof exitCodes;
