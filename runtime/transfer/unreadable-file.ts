/** Why a file can't be imported at all; `code` is stable. */
export type UnreadableCode =
  | 'empty_file'
  | 'wrong_encoding'
  | 'not_text'
  | 'unknown_format'
  | 'unclosed_quote'
  | 'line_too_long'
  | 'missing_columns'
  | 'missing_header'
  | 'newer_version';

/** The file can't be read, or not from `line` on. Told to the user as it stands. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  /** From 1. */
  readonly line: number;
  readonly fix: string;

  constructor(code: UnreadableCode, line: number, message: string, fix: string) {
    super(message);
    this.name = 'UnreadableFile';
    this.code = code;
    this.line = line;
    this.fix = fix;
  }
}

/** The import can't be done as it was asked for: a choice is missing, or names what the store hasn't. */
export class ImpossibleTransfer extends Error {
  readonly code: string;
  readonly fix: string;

  constructor(code: string, message: string, fix: string) {
    super(message);
    this.name = 'ImpossibleTransfer';
    this.code = code;
    this.fix = fix;
  }
}
