import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { dateAndTime } from '../../components/format.ts';
import { useConnection } from '../../journal/journal-feed.tsx';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { ControlPanel } from './control-panel.tsx';
import { useControl } from './use-control.ts';

/** Named states of the store. */
export function SnapshotsPanel() {
  const session = useSession();
  const field = useId();
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/snapshots', {}, signal),
    [session],
  );
  const control = useControl(load);
  const connection = useConnection();
  const [reopening, setReopening] = useState<'asked' | 'gone'>();
  // The store is closed, and opened in another state: everything that the page has shown is of the one before.
  useEffect(() => {
    if (reopening === 'asked' && connection === 'lost') setReopening('gone');
    if (reopening === 'gone' && connection === 'open') window.location.reload();
  }, [reopening, connection]);
  const { act } = control;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    act(async () => {
      await askControl(session, 'POST /_emulator/v1/snapshots', { name });
      form.reset();
      return `Saved as ${name}.`;
    });
  };
  const remove = (name: string) =>
    act(async () => {
      await askControl(session, 'DELETE /_emulator/v1/snapshots/{name}', { name });
      return `${name} is deleted.`;
    });
  const restore = (name: string) =>
    act(async () => {
      await askControl(session, 'POST /_emulator/v1/snapshots/{name}/restore', { name });
      setReopening('asked');
      return `${name} is put in the place of the store.`;
    });
  return (
    <ControlPanel title="Snapshots" what="the snapshots" control={control}>
      {({ snapshots }) => (
        <>
          {snapshots.length === 0 ? (
            <p className="nothing">
              No snapshots yet. Save the store as it is now, here or by <code>hp snapshot save NAME</code>,
              and come back to it, or make sandboxes of it.
            </p>
          ) : (
            <ul className="control-rows">
              {snapshots.map(({ name, createdAt, takenOf, counts }) => (
                <li key={name}>
                  <span className="control-name">
                    <strong>{name}</strong>
                    <span className="none">
                      of {takenOf}, {dateAndTime(createdAt)}: {counts.products} products, {counts.orders}{' '}
                      orders, {counts.customers} customers
                    </span>
                  </span>
                  <span className="buttons">
                    {session.sandbox === null && (
                      <ConfirmButton
                        label="Restore"
                        question={`Put "${name}" in the place of the store`}
                        onConfirm={() => restore(name)}
                      >
                        The store as it is now is set aside. Sandboxes go on.
                      </ConfirmButton>
                    )}
                    <ConfirmButton
                      label="Delete"
                      question={`Delete the snapshot "${name}"`}
                      onConfirm={() => remove(name)}
                    >
                      It can not be brought back. Sandboxes that were made from it stay.
                    </ConfirmButton>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <form className="one-line control-foot" onSubmit={save}>
            <label htmlFor={field}>Save {session.store.name} as</label>
            <input
              id={field}
              name="name"
              className="field"
              required
              placeholder="before-checkout"
              autoComplete="off"
            />
            <button type="submit" className="button">
              Save
            </button>
          </form>
        </>
      )}
    </ControlPanel>
  );
}
