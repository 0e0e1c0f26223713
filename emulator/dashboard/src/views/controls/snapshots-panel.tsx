import { type FormEvent, useCallback, useId } from 'react';
import { ActionOutcome } from '../../components/action-outcome.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { dateAndTime } from '../../components/format.ts';
import { Panel } from '../../components/panel.tsx';
import { Pending } from '../../components/pending.tsx';
import { useAction } from '../../components/use-action.ts';
import { askControl } from '../../session/api.ts';
import { useSession } from '../../session/session-context.ts';
import { useLoaded } from '../../session/use-loaded.ts';

/** Named states of the store. */
export function SnapshotsPanel() {
  const session = useSession();
  const { run, ...outcome } = useAction();
  const field = useId();
  const load = useCallback(
    (signal: AbortSignal) => askControl(session, 'GET /_emulator/v1/snapshots', {}, signal),
    [session],
  );
  const { loaded, reload, refresh } = useLoaded(load);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    run(async () => {
      await askControl(session, 'POST /_emulator/v1/snapshots', { name });
      form.reset();
      refresh();
      return `Saved as ${name}.`;
    });
  };
  const remove = (name: string) =>
    run(async () => {
      await askControl(session, 'DELETE /_emulator/v1/snapshots/{name}', { name });
      refresh();
      return `${name} is deleted.`;
    });
  const restore = (name: string) =>
    run(async () => {
      await askControl(session, 'POST /_emulator/v1/snapshots/{name}/restore', { name });
      // Answered when the store is there again; everything that the page has shown is of the one before.
      await askControl(session, 'GET /_emulator/v1/status', {});
      window.location.reload();
      return `${name} is restored.`;
    });
  return (
    <Panel title="Snapshots">
      <Pending of={loaded} what="the snapshots" onRetry={reload}>
        {({ snapshots }) =>
          snapshots.length === 0 ? (
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
          )
        }
      </Pending>
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
      <ActionOutcome {...outcome} />
    </Panel>
  );
}
