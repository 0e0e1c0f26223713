import { type FormEvent, useMemo, useState } from 'react';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { inputOf, type Route } from '../../contract/collections.ts';
import { errorsByField, fieldsOf, readForm, type Texts, textsOf } from '../../contract/form.ts';
import { titleOf } from '../../contract/words.ts';
import { RequestFailure } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import type { Row } from '../../session/use-rows.ts';
import { callRoute } from './call-route.ts';
import { useContract } from './data-context.ts';
import { FormField } from './form-field.tsx';

interface RecordFormProps {
  readonly route: Route;
  readonly fixed: Readonly<Record<string, string>>;
  /** As it is now, which may be after it was begun to be edited. */
  readonly record: Row;
  /** Loads the record again. */
  readonly onChanged: () => void;
}

interface ConflictProps {
  readonly begun: Row;
  readonly now: Row;
  readonly names: readonly string[];
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else has changed the record since it was begun to be edited. */
function Conflict({ begun, now, names, onTake, onKeep }: ConflictProps) {
  return (
    <div className="conflict" role="alert">
      <p>
        It was changed meanwhile: you began with version {String(begun.version)}, and it is version{' '}
        {String(now.version)} now.{' '}
        {names.length > 0
          ? `Other than what you began with: ${names.map(titleOf).join(', ')}.`
          : 'None of these fields is another.'}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={onTake}>
          Take what is there now
        </button>
        <button type="button" className="button" onClick={onKeep}>
          Keep what I wrote
        </button>
      </div>
    </div>
  );
}

function isLater(record: Row, than: Row): boolean {
  if (typeof record.version !== 'number' || typeof than.version !== 'number') return record !== than;
  return record.version > than.version;
}

/** The fields of a record that can be changed; only what was changed is sent, with the version that it is a change of. */
export function RecordForm({ route, fixed, record, onChanged }: RecordFormProps) {
  const { document } = useContract();
  const session = useSession();
  const { fields, takesVersion } = useMemo(() => {
    const { body, takesVersion: isVersioned } = inputOf(document, route);
    return { fields: body ? fieldsOf(document, body) : [], takesVersion: isVersioned };
  }, [document, route]);
  const [begun, setBegun] = useState(record);
  const before = useMemo(() => textsOf(document, fields, begun), [document, fields, begun]);
  const now = useMemo(() => textsOf(document, fields, record), [document, fields, record]);
  const [edits, setEdits] = useState<Texts>({});
  const [errors, setErrors] = useState<Texts>({});
  const [failure, setFailure] = useState<Error>();
  const [said, setSaid] = useState<string>();
  const texts = { ...before, ...edits };
  const isEdited = fields.some(({ name }) => texts[name] !== before[name]);
  const isChangedMeanwhile = isLater(record, begun);
  // Nothing was written that could be lost.
  if (isChangedMeanwhile && !isEdited) setBegun(record);

  const begin = (with_: Texts) => {
    setBegun(record);
    setEdits(with_);
    setErrors({});
    setFailure(undefined);
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { values, errors: wrong } = readForm(fields, texts, before);
    setErrors(wrong);
    setFailure(undefined);
    setSaid(undefined);
    if (Object.keys(wrong).length > 0) return;
    const version = takesVersion && typeof begun.version === 'number' ? begun.version : undefined;
    callRoute<Row>(session, route, { inPath: fixed, body: values, version }).then(
      (changed) => {
        // Some operations answer another record than the one that is edited.
        if (changed?.id === begun.id) setBegun(changed);
        setEdits({});
        setSaid('Saved.');
        onChanged();
      },
      (error: Error) => {
        setFailure(error);
        if (!(error instanceof RequestFailure)) return;
        setErrors(errorsByField(error.problem.errors ?? []));
        if (error.problem.code === 'version_conflict') onChanged();
      },
    );
  };

  return (
    <Panel title="Edit">
      <form className="form" onSubmit={save} noValidate>
        {isChangedMeanwhile && isEdited && (
          <Conflict
            begun={begun}
            now={record}
            names={fields.map(({ name }) => name).filter((name) => before[name] !== now[name])}
            onTake={() => begin({})}
            onKeep={() =>
              begin(
                Object.fromEntries(Object.entries(edits).filter(([name]) => texts[name] !== before[name])),
              )
            }
          />
        )}
        {fields.map((field) => (
          <FormField
            key={field.name}
            field={field}
            text={texts[field.name] ?? ''}
            error={errors[field.name]}
            onChange={(text) => {
              setSaid(undefined);
              setEdits((all) => ({ ...all, [field.name]: text }));
            }}
          />
        ))}
        {failure && <ProblemNotice error={failure} shown={fields.map(({ name }) => name)} />}
        <div className="buttons form-foot">
          <button type="submit" className="button primary" disabled={!isEdited}>
            Save
          </button>
          {isEdited && (
            <button type="button" className="button" onClick={() => begin({})}>
              Undo
            </button>
          )}
          {said && <span role="status">{said}</span>}
        </div>
      </form>
    </Panel>
  );
}
