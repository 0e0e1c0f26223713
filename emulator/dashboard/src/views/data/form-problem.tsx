import { RequestFailure } from '../../session/session.ts';

interface FormProblemProps {
  readonly error: Error;
  /** Of the fields that are in the form: what is said of others is said here. */
  readonly shown: readonly string[];
}

/** What the API refused, and what to do about it. */
export function FormProblem({ error, shown }: FormProblemProps) {
  const problem = error instanceof RequestFailure ? error.problem : {};
  const elsewhere = (problem.errors ?? []).filter(
    ({ pointer }) => !shown.includes(pointer.split('/')[1] ?? ''),
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
