import type { TObject } from 'typebox';

/**
 * Every error the platform can answer with is declared once, as a problem: an RFC 9457 problem type with a
 * stable code. REST answers it as `application/problem+json`, GraphQL carries it in `extensions`, the SDKs turn
 * it into typed errors and the CLI prints it.
 */
export type ProblemKind = 'caller' | 'conflict' | 'provider' | 'bug';

export interface ProblemDefinition {
  /** Stable, snake_case; what client code switches on. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** One short sentence, the same for every occurrence. */
  readonly title: string;
  /** What to do next, where it is the same for every occurrence. */
  readonly hint: string;
  readonly kind: ProblemKind;
  /** Schema of the occurrences' `details`, where they have any: typed in the SDKs. */
  readonly details?: TObject;
}

/** One faulty place in the input. `pointer` is a JSON pointer (RFC 6901) into the input as the caller sent it. */
export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

export interface ProblemOccurrence {
  /** What happened this time, naming the thing: `No product has the id "prod_123".` */
  readonly detail: string;
  /** Replaces the definition's hint where this occurrence knows better. */
  readonly hint?: string;
  readonly errors?: readonly FieldError[];
  /** Facts a program can use, typed per code in the SDKs (for example `{ available: 3 }`). */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Seconds to wait before a retry; sent as `Retry-After`. */
  readonly retryAfter?: number;
}

/** Thrown by name: `throw problem(problems.notFound, { detail })`. */
export class Problem extends Error {
  readonly definition: ProblemDefinition;
  readonly occurrence: ProblemOccurrence;

  constructor(definition: ProblemDefinition, occurrence: ProblemOccurrence) {
    super(occurrence.detail);
    this.name = 'Problem';
    this.definition = definition;
    this.occurrence = occurrence;
  }

  get code(): string {
    return this.definition.code;
  }

  get hint(): string {
    return this.occurrence.hint ?? this.definition.hint;
  }
}

export function problem(definition: ProblemDefinition, occurrence: ProblemOccurrence): Problem {
  return new Problem(definition, occurrence);
}

/** Declares a capability's problems; the keys are how code names them, the codes what callers see. */
export function defineProblems<const Definitions extends Record<string, ProblemDefinition>>(
  definitions: Definitions,
): Definitions {
  return definitions;
}
