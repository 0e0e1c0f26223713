import { CliError, type FailureKind, type Place } from './cli-error.ts';
import { exitCodes } from './exit-codes.ts';
import { explainUsage } from './explain-usage.ts';
import { writeReport } from './write-report.ts';

/** An error as it is told: by who must act. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly message: string;
  readonly fix?: string | undefined;
  readonly where?: Place | undefined;
  readonly lines: readonly string[];
  readonly details?: unknown;
  readonly exitCode: number;
}

/** What errors of the runtime, the generator and the client have in common with ours, read without loading them. */
interface KnownShape extends Error {
  readonly code?: unknown;
  readonly status?: number;
  readonly hint?: string;
  readonly url?: string;
  readonly fix?: string;
  readonly file?: string;
  readonly line?: number | undefined;
  readonly requestId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly issues?: readonly {
    readonly pointer: string;
    readonly message: string;
    readonly location?: { readonly file: string; readonly line: number; readonly column: number };
  }[];
}

type Explanation = Omit<Failure, 'exitCode' | 'lines'> & { readonly lines?: readonly string[] };

function explainConfig(error: KnownShape): Explanation {
  const [first, ...others] = error.issues ?? [];
  const sentence = first ? `${first.pointer ? `${first.pointer}: ` : ''}${first.message}` : error.message;
  return {
    kind: 'refused',
    code: 'invalid_config',
    message: `The config can't be used. ${sentence}`,
    where: first?.location,
    lines: others.map((issue) => {
      const at = issue.location ? `line ${issue.location.line}: ` : '';
      return `also ${at}${issue.pointer ? `${issue.pointer}: ` : ''}${issue.message}`;
    }),
    details: { issues: error.issues },
  };
}

function explainProblem(error: KnownShape): Explanation {
  return {
    kind: 'refused',
    code: typeof error.code === 'string' ? error.code : 'problem',
    message: error.message,
    fix: error.hint,
    lines: (error.errors ?? []).map((field) => `${field.pointer || '/'} ${field.message}`),
    details: { status: error.status, errors: error.errors ?? [], requestId: error.requestId ?? null },
  };
}

const explainers: Readonly<Record<string, (error: KnownShape) => Explanation>> = {
  ConfigError: explainConfig,
  ClientProblem: explainProblem,
  Problem: explainProblem,
  ClientUnreachable: (error) => ({
    kind: 'unreachable',
    code: 'unreachable',
    message: error.message,
    fix: 'Check the address, and that the server runs there; locally, start it with `hp dev`.',
    details: { url: error.url },
  }),
  NoSqliteDriver: (error) => ({
    kind: 'refused',
    code: 'no_sqlite_driver',
    message: error.message,
    fix: '`hp doctor` shows what was tried.',
  }),
  GenerationError: (error) => ({
    kind: 'refused',
    code: typeof error.code === 'string' ? error.code : 'generation_failed',
    message: error.message,
  }),
  UnfitSeed: (error) => ({
    kind: 'refused',
    code: 'unfit_seed',
    message: error.message,
    fix: "Declare in the config what it names, or start without products: seed: 'empty'.",
  }),
  UnreadableSeed: (error) => ({
    kind: 'refused',
    code: 'unreadable_seed',
    message: error.message,
    fix: error.fix,
    ...(error.file ? { where: { file: error.file, ...(error.line ? { line: error.line } : {}) } } : {}),
  }),
  UnreadableContainer: (error) => ({
    kind: 'refused',
    code: 'unreadable_file',
    message: error.message,
    fix: error.fix,
    ...(error.file ? { where: { file: error.file } } : {}),
  }),
  WrongEncryptionKey: (error) => ({
    kind: 'refused',
    code: 'wrong_encryption_key',
    message: error.message,
    fix: 'Put .headlesspro/encryption-keys back, or set the data aside and start from the seed with `hp reset`.',
  }),
  UnusableEncryptionKeys: (error) => ({
    kind: 'refused',
    code: 'unusable_encryption_keys',
    message: error.message,
    fix: 'Put .headlesspro/encryption-keys back; where it is lost, delete it and run `hp reset`.',
  }),
  ExitPromptError: () => ({ kind: 'cancelled', code: 'cancelled', message: '' }),
};

/** Faults of the machine that a user can mend, by the system's own code. */
const systemFaults: Readonly<Record<string, string>> = {
  EACCES: 'Permission was denied.',
  EPERM: 'The system does not allow it.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The file system is read-only.',
  EMFILE: 'Too many files are open.',
  ENAMETOOLONG: 'The name of the file is too long.',
};

function explainSystem(error: NodeJS.ErrnoException): Explanation | undefined {
  const sentence = error.code ? systemFaults[error.code] : undefined;
  if (!sentence) return undefined;
  return {
    kind: 'refused',
    code: (error.code ?? '').toLowerCase(),
    message: error.path ? `${sentence.slice(0, -1)}: ${error.path}` : `${sentence} (${error.message})`,
    ...(error.path ? { where: { file: error.path } } : {}),
    fix: 'Change that, then run the command again.',
  };
}

/** What storage says of a database file, with what to do in its own words. */
const storeFaults: Readonly<Record<string, string>> = {
  NewerDatabase: 'newer_database',
  CorruptDatabase: 'corrupt_database',
  DatabaseUnavailable: 'database_unavailable',
  StoreBusy: 'store_busy',
};

function explainStore(error: KnownShape): Explanation | undefined {
  const code = storeFaults[error.name];
  return code ? { kind: 'refused', code, message: error.message } : undefined;
}

function explainKnown(error: Error): Explanation | undefined {
  // A message is not among the properties that spreading copies.
  const ours = error instanceof CliError ? error : explainUsage(error);
  if (ours) return { ...ours, message: ours.message };
  return explainers[error.name]?.(error) ?? explainSystem(error) ?? explainStore(error);
}

function explain(error: unknown, commandLine: readonly string[]): Explanation {
  const known = error instanceof Error ? explainKnown(error) : undefined;
  if (known) return known;
  const report = writeReport(error, commandLine);
  return {
    kind: 'bug',
    code: 'bug',
    message: `This is a fault in hp: ${error instanceof Error ? error.message : String(error)}`,
    lines: [`A report is in ${report}`],
    fix: 'Send that file with your report; keys are left out of it.',
    details: { report },
  };
}

/** Sorts any thrown thing by who must act, and says what to do. A bug's report is written on the way. */
export function explainFailure(error: unknown, commandLine: readonly string[]): Failure {
  const explanation = explain(error, commandLine);
  return { lines: [], ...explanation, exitCode: exitCodes[explanation.kind].code };
}
