import { usage } from '../cli-error.ts';
import type { Terminal } from './terminal.ts';

interface Question {
  readonly message: string;
  /** The flag that answers without a question: `--template react`. */
  readonly flag: string;
}

/** Without somebody at the terminal nothing may wait for an answer. */
function mustBeInteractive(terminal: Terminal, question: Question): void {
  if (terminal.isInteractive) return;
  throw usage(
    'needs_answer',
    `This needs an answer, and there is no terminal to ask at: ${question.message}`,
    {
      fix: `Give it with ${question.flag}.`,
    },
  );
}

const context = (terminal: Terminal) => ({ output: terminal.notes, clearPromptOnDone: false });

export async function askText(
  terminal: Terminal,
  question: Question & {
    readonly default?: string;
    readonly validate?: (answer: string) => string | undefined;
  },
): Promise<string> {
  mustBeInteractive(terminal, question);
  const { default: input } = await import('@inquirer/input');
  return input(
    {
      message: question.message,
      ...(question.default === undefined ? {} : { default: question.default }),
      validate: (answer) => question.validate?.(answer) ?? true,
    },
    context(terminal),
  );
}

export async function askChoice<T extends string>(
  terminal: Terminal,
  question: Question & {
    readonly choices: readonly { readonly value: T; readonly name: string; readonly description: string }[];
    readonly default?: T;
  },
): Promise<T> {
  mustBeInteractive(terminal, question);
  const { default: select } = await import('@inquirer/select');
  return select<T>(
    {
      message: question.message,
      choices: question.choices.map((choice) => ({ ...choice })),
      ...(question.default === undefined ? {} : { default: question.default }),
    },
    context(terminal),
  );
}

export async function askYesOrNo(
  terminal: Terminal,
  question: Question & { readonly default?: boolean },
): Promise<boolean> {
  mustBeInteractive(terminal, question);
  const { default: confirm } = await import('@inquirer/confirm');
  return confirm({ message: question.message, default: question.default ?? false }, context(terminal));
}
