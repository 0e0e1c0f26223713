import { RequestFailure } from '../session/session.ts';

interface ProblemNoticeProps {
  readonly error: Error;
  /** Of the fields that are in the form: what is said of others is said here. */
  readonly shown?: readonly string[];
}

/** What was refused, and what to do about it. */
export function ProblemNotice({ error, shown = [] }: ProblemNoticeProps) {
  const problem = error instanceof RequestFailure ? error.problem : {};
  const elsewhere = (problem.errors ?? []).filter(
    ({ pointer, message }) =>
      // One that stands alone is said in the sentence above already.
      !shown.includes(pointer.split('/')[1] ?? '') && !error.message.includes(message),
  );
  return (
    <div className="failure" role="alert">
      <p>
        {error.message} {problem.code && <code>{problem.code}</code>}
      </p>
      {elsewhere.map(({ pointer, message }) => (
        <p key={pointer}>
          <code>{pointer}</code> {message}
        </p>
      ))}
      {problem.hint && <p className="hint">{problem.hint}</p>}
    </div>
  );
}
