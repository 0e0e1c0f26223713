/** What was expected at a place, and what came instead. */
export interface Finding {
  readonly check: string;
  readonly expected: string;
  readonly came: string;
  /** Into the body of the answer; null where it is not about a place in it. */
  readonly pointer: string | null;
}

/**
 * `passed`: its answer and its refusals are as the contract says. `skipped`: what could be tried is so, and its answer
 * could not be tried. `absent`: the server's own document does not have it, so that it is older or newer, not broken.
 */
export type Verdict = 'passed' | 'failed' | 'skipped' | 'absent';

export interface OperationReport {
  readonly operation: string;
  readonly http: string;
  /** Its place in the file of recorded calls, from 1; not there where operations are asked as such. */
  readonly call?: number;
  readonly verdict: Verdict;
  /** What was tried. */
  readonly checks: readonly string[];
  readonly findings: readonly Finding[];
  /** Why it was skipped. */
  readonly why: string | null;
  readonly milliseconds: number;
}

export interface Verified {
  readonly url: string;
  /** Whether writes were tried, in a sandbox made for it. */
  readonly isWritten: boolean;
  readonly operations: readonly OperationReport[];
  /** What the server offers that this version's contract does not know. */
  readonly unknown: readonly string[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

export function countsOf(operations: readonly OperationReport[]): Verified['counts'] {
  const count = (verdict: Verdict) => operations.filter((each) => each.verdict === verdict).length;
  return {
    ...{ passed: count('passed'), failed: count('failed') },
    ...{ skipped: count('skipped'), absent: count('absent') },
  };
}
