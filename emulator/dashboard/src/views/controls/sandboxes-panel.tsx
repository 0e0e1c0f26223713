import { type FormEvent, useCallback, useId, useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { dateAndTime } from '../../components/format.ts';
import { askControl } from '../../session/api.ts';
import { withStore } from '../../session/open-session.ts';
import type { Sandbox } from '../../session/session.ts';
import { useSession } from '../../session/session-context.ts';
import { ControlPanel } from './control-panel.tsx';
import { useControl } from './use-control.ts';

/** A test suite may have made a thousand. */
const shown = 50;

/** To the store itself. Never settles: what would follow would ask for what is gone. */
function leave(): Promise<never> {
  window.location.assign('dashboard');
  return new Promise(() => undefined);
}

interface RowProps {
  readonly sandbox: Sandbox;
  readonly onKeep: () => void;
  readonly onDelete: () => void;
}

function Row({ sandbox: { id, name, madeFrom, createdAt, endsAt, isKept }, onKeep, onDelete }: RowProps) {
  const session = useSession();
  const isOpen = session.sandbox?.id === id;
  return (
    <li>
      <span className="control-name">
        <strong>{name}</strong>
        <span className="none">
          {name !== id && `${id}, `}from {madeFrom}, {dateAndTime(createdAt)},{' '}
          {isKept || endsAt === null ? 'kept' : `ends at ${dateAndTime(endsAt)} unless it is used`}
        </span>
      </span>
      <span className="buttons">
        {isOpen ? (
          <span className="badge badge-waiting">open here</span>
        ) : (
          <a className="button small" href={withStore('dashboard', id)}>
            Open
          </a>
        )}
        <button type="button" className="button small" aria-pressed={isKept} onClick={onKeep}>
          {isKept ? 'Kept' : 'Keep'}
        </button>
        <ConfirmButton label="Delete" question={`Delete the sandbox "${name}"`} onConfirm={onDelete}>
          All that is in it goes, and can not be brought back.
        </ConfirmButton>
      </span>
    </li>
  );
}

/** Isolated copies of the store, each with keys, a clock and faults of its own. */
export function SandboxesPanel() {
  const session = useSession();
  const [isEveryShown, setEveryShown] = useState(false);
  const id = useId();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const [{ sandboxes }, { snapshots }] = await Promise.all([
        askControl(session, 'GET /_emulator/v1/sandboxes', {}, signal),
        askControl(session, 'GET /_emulator/v1/snapshots', {}, signal),
      ]);
      return { sandboxes: [...sandboxes].reverse(), snapshots: snapshots.map(({ name }) => name) };
    },
    [session],
  );
  const control = useControl(load);
  const { act } = control;
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = new FormData(form);
    const [name, snapshot] = ['name', 'snapshot'].map((field) => String(values.get(field) ?? '').trim());
    act(async () => {
      const made = await askControl(session, 'POST /_emulator/v1/sandboxes', {
        ...(name && { name }),
        ...(snapshot && { snapshot }),
        keep: values.get('keep') !== null,
      });
      form.reset();
      return `${made.name} is there: ${made.id}.`;
    });
  };
  const keep = ({ id: sandbox, isKept, name }: Sandbox) =>
    act(async () => {
      await askControl(session, 'POST /_emulator/v1/sandboxes/{id}/keep', { id: sandbox, keep: !isKept });
      return isKept ? `${name} goes by itself again.` : `${name} stays until it is deleted.`;
    });
  const remove = ({ id: sandbox, name }: Sandbox) =>
    act(async () => {
      await askControl(session, 'DELETE /_emulator/v1/sandboxes/{id}', { id: sandbox });
      if (sandbox === session.sandbox?.id) await leave();
      return `${name} is deleted.`;
    });
  return (
    <ControlPanel title="Sandboxes" what="the sandboxes" control={control}>
      {({ sandboxes, snapshots }) => (
        <>
          {sandboxes.length === 0 ? (
            <p className="nothing">
              No sandboxes yet. A test makes its own with <code>createSandbox()</code> of{' '}
              <code>headlesspro/testing</code>; a failed one can be kept, and opened here.
            </p>
          ) : (
            <ul className="control-rows">
              {sandboxes.slice(0, isEveryShown ? undefined : shown).map((sandbox) => (
                <Row
                  key={sandbox.id}
                  sandbox={sandbox}
                  onKeep={() => keep(sandbox)}
                  onDelete={() => remove(sandbox)}
                />
              ))}
            </ul>
          )}
          {sandboxes.length > shown && !isEveryShown && (
            <button type="button" className="button control-foot" onClick={() => setEveryShown(true)}>
              Show all {sandboxes.length}
            </button>
          )}
          <form className="one-line control-foot" onSubmit={create}>
            <label htmlFor={`${id}name`}>New sandbox</label>
            <input id={`${id}name`} name="name" className="field" placeholder="name" autoComplete="off" />
            <label htmlFor={`${id}snapshot`}>from</label>
            <select id={`${id}snapshot`} name="snapshot" className="field">
              <option value="">the seed</option>
              {snapshots.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
            <label>
              <input type="checkbox" name="keep" /> keep it
            </label>
            <button type="submit" className="button">
              Create
            </button>
          </form>
        </>
      )}
    </ControlPanel>
  );
}
