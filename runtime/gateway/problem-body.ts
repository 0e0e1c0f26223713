import type { Problem } from '../contract/problem.ts';

/** RFC 9457, with what RFC leaves to us: a stable code, what to do, every fault, and the request's id. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly hint: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

export function problemBody(problem: Problem, requestId: string): ProblemBody {
  const { code, status, title } = problem.definition;
  const { detail, errors, details } = problem.occurrence;
  return {
    type: `/v1/problems#${code}`,
    title,
    status,
    code,
    detail,
    hint: problem.hint,
    ...(errors ? { errors } : {}),
    ...(details ? { details } : {}),
    requestId,
  };
}
