import type { Outcome } from './exit-codes.ts';

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface CliErrorOptions {
  /** What to do next, as one sentence; commands in backticks. */
  readonly fix?: string;
  readonly where?: Place;
  /** More lines to print below the message: a code frame, the other command's output. */
  readonly lines?: readonly string[];
  /** For `--json`. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

export type FailureKind = Exclude<Outcome, 'ok' | 'differences'>;

/** A failure that is told to the user as it stands; every other error counts as a bug of ours. */
export class CliError extends Error {
  /** Who must act; decides the exit code. */
  readonly kind: FailureKind;
  /** Stable, snake_case: `folder_not_empty`. */
  readonly code: string;
  readonly fix: string | undefined;
  readonly where: Place | undefined;
  readonly lines: readonly string[];
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(kind: FailureKind, code: string, message: string, options: CliErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CliError';
    this.kind = kind;
    this.code = code;
    this.fix = options.fix;
    this.where = options.where;
    this.lines = options.lines ?? [];
    this.details = options.details;
  }
}

/** Something the user has to change first. */
export function refused(code: string, message: string, options?: CliErrorOptions): CliError {
  return new CliError('refused', code, message, options);
}

/** The command line is wrong. */
export function usage(code: string, message: string, options?: CliErrorOptions): CliError {
  return new CliError('usage', code, message, options);
}

export function cancelled(message = 'Cancelled; nothing was changed.'): CliError {
  return new CliError('cancelled', 'cancelled', message);
}
