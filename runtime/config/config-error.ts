import type { FieldError } from '../contract/problem.ts';

/** A place in a file; line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ConfigIssue extends FieldError {
  /** Where in the config file, when it could be found. */
  readonly location?: SourceLocation;
}

/** The config is not usable; `issues` names every fault at once. */
export class ConfigError extends Error {
  readonly code = 'invalid_config';
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[]) {
    super(issues.map((issue) => `${issue.pointer || '/'} ${issue.message}`).join('\n'));
    this.name = 'ConfigError';
    this.issues = issues;
  }
}
