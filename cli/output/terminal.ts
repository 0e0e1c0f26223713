import { Ansis } from 'ansis';

/** What a command may know about where its output goes. Nothing else in cli/ looks at TTYs or colours. */
export interface Terminal {
  /** One JSON document instead of text for people. */
  readonly json: boolean;
  /** Somebody sits at both ends, so questions, shortcuts and moving progress make sense. */
  readonly isInteractive: boolean;
  readonly columns: number;
  /** For the result. */
  readonly paint: Ansis;
  /** For what goes beside it: a pipe may take the one and a terminal show the other. */
  readonly notePaint: Ansis;
  /** The result, and nothing else. */
  result(text: string): void;
  /** Everything beside the result; silent with `--json`. */
  note(text: string): void;
  /** Progress, notes and questions must go here. */
  readonly notes: NodeJS.WriteStream;
}

export interface TerminalOptions {
  readonly json: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** https://no-color.org, and FORCE_COLOR as Node itself reads it. */
function wantsColour(environment: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR !== undefined)
    return environment.FORCE_COLOR !== '0' && environment.FORCE_COLOR !== 'false';
  return Boolean(stream.isTTY) && environment.TERM !== 'dumb' && !environment.CI;
}

export function createTerminal(options: TerminalOptions): Terminal {
  const { json, environment, stdin, stdout, stderr } = options;
  const isInteractive =
    !json && !environment.CI && Boolean(stdin.isTTY) && Boolean(stdout.isTTY) && Boolean(stderr.isTTY);
  return {
    json,
    isInteractive,
    columns: Math.max(40, stdout.columns ?? 80),
    paint: new Ansis(!json && wantsColour(environment, stdout) ? 3 : 0),
    notePaint: new Ansis(!json && wantsColour(environment, stderr) ? 3 : 0),
    result: (text) => void stdout.write(`${text}\n`),
    note: (text) => {
      if (!json) stderr.write(`${text}\n`);
    },
    notes: stderr,
  };
}
