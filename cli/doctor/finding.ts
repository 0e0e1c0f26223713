import type { Project } from '../project/find-project.ts';

/** What a check came to. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly subject: string;
  readonly state: 'fine' | 'remark' | 'fault';
  readonly message: string;
  /** What to do; given with every fault. */
  readonly fix?: string;
}

export interface CheckInput {
  /** Undefined outside of any project. */
  readonly project: Project | undefined;
  readonly directory: string;
}

/** One thing to look at; nothing where it doesn't apply. */
export type Check = (input: CheckInput) => Promise<Finding | undefined>;
