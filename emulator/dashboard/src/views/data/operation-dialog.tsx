import { type FormEvent, useMemo, useState } from 'react';
import { CodeText } from '../../components/code-text.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { inputOf, type Route } from '../../contract/collections.ts';
import { errorsByField, fieldsOf, readForm, type Texts, textsOf } from '../../contract/form.ts';
import type { Parameter, Schema } from '../../contract/open-api.ts';
import { RequestFailure } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import { callRoute } from './call-route.ts';
import { useContract } from './data-context.ts';
import { FormField } from './form-field.tsx';

interface OperationDialogProps {
  readonly route: Route;
  /** Values of the path that are known: the record's id. */
  readonly fixed: Readonly<Record<string, string>>;
  /** The record's version, which is sent where the operation takes it. */
  readonly version: number | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Parameters as the schema of an object. */
function asSchema(parameters: readonly Parameter[]): Schema {
  return {
    properties: Object.fromEntries(
      parameters.map(({ name = '', schema = {}, description }) => [
        name,
        description === undefined ? schema : { ...schema, description },
      ]),
    ),
    required: parameters.flatMap(({ name = '', required }) => (required ? [name] : [])),
  };
}

function Answer({ answer, onClose }: { readonly answer: unknown; readonly onClose: () => void }) {
  const text = JSON.stringify(answer, null, 2);
  return (
    <div className="form" role="status">
      <p>Done.</p>
      {answer !== null && <CodeText label="The answer">{text}</CodeText>}
      <div className="buttons">
        <button type="button" className="button primary" onClick={onClose}>
          Close
        </button>
        {answer !== null && <CopyButton text={text} what="the answer" label="Copy the answer" />}
      </div>
    </div>
  );
}

/** An operation with a form for what it takes; sent when it is confirmed, and answered in place. */
export function OperationDialog({ route, fixed, version, onDone, onClose }: OperationDialogProps) {
  const { document } = useContract();
  const session = useSession();
  const parts = useMemo(() => {
    const { inPath, inQuery, body, example, takesVersion } = inputOf(document, route);
    const free = inPath.filter(({ name = '' }) => fixed[name] === undefined);
    return {
      ...{ example, takesVersion, hasBody: body !== undefined },
      path: fieldsOf(document, asSchema(free)),
      query: fieldsOf(document, asSchema(inQuery)),
      body: body ? fieldsOf(document, body) : [],
    };
  }, [document, route, fixed]);
  const [texts, setTexts] = useState<Texts>({});
  const [errors, setErrors] = useState<Texts>({});
  const [failure, setFailure] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const [answer, setAnswer] = useState<{ readonly value: unknown }>();
  const fields = [...parts.path, ...parts.query, ...parts.body];
  const needed = fields.filter(({ isRequired }) => isRequired);
  const optional = fields.filter(({ isRequired }) => !isRequired);

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const [path, query, body] = [parts.path, parts.query, parts.body].map((each) => readForm(each, texts));
    const wrong = { ...path?.errors, ...query?.errors, ...body?.errors };
    setErrors(wrong);
    setFailure(undefined);
    if (Object.keys(wrong).length > 0) return;
    setSending(true);
    callRoute<unknown>(session, route, {
      inPath: { ...fixed, ...path?.values },
      inQuery: query?.values ?? {},
      body: parts.hasBody ? (body?.values ?? {}) : undefined,
      version: parts.takesVersion ? version : undefined,
    })
      .then(
        (value) => {
          setAnswer({ value });
          onDone();
        },
        (error: Error) => {
          setFailure(error);
          if (error instanceof RequestFailure) setErrors(errorsByField(error.problem.errors ?? []));
        },
      )
      .finally(() => setSending(false));
  };

  const field = (each: (typeof fields)[number]) => (
    <FormField
      key={each.name}
      field={each}
      text={texts[each.name] ?? ''}
      error={errors[each.name]}
      onChange={(text) => setTexts((before) => ({ ...before, [each.name]: text }))}
    />
  );
  const { summary, description } = route.operation;
  return (
    <Dialog title={summary} onClose={onClose}>
      {answer ? (
        <Answer answer={answer.value} onClose={onClose} />
      ) : (
        <form className="form" onSubmit={send} noValidate>
          <p className="none">
            <code>
              {route.method} /{route.path}
            </code>
          </p>
          {description && <p className="none">{description}</p>}
          {parts.example && (
            <button
              type="button"
              className="button"
              onClick={() => setTexts(textsOf(document, parts.body, parts.example ?? {}))}
            >
              Fill in the example
            </button>
          )}
          {needed.map(field)}
          {optional.length > 0 && (
            <details open={needed.length === 0 || Object.keys(errors).length > 0 || undefined}>
              <summary>
                {optional.length} {optional.length === 1 ? 'field' : 'fields'} that may be left out
              </summary>
              <div className="form-inner">{optional.map(field)}</div>
            </details>
          )}
          {failure && <ProblemNotice error={failure} shown={fields.map(({ name }) => name)} />}
          <button type="submit" className="button primary" disabled={isSending}>
            {isSending ? 'Sending…' : summary}
          </button>
        </form>
      )}
    </Dialog>
  );
}
